package chat.parley.identity.model;

import chat.parley.identity.SessionId;
import chat.parley.shared.limit.RecentMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Remembers for a short time which sessions are alive, so that not every call asks the database. A session that ended
 * never comes back, so its end is remembered for good and wins over any answer that was read before it.
 */
public final class SessionCache {
    private final Clock clock;
    private final Duration freshness;
    private final RecentMap<SessionId, Seen> sessions;

    public SessionCache(Clock clock, Duration freshness, int maxEntries) {
        this.clock = clock;
        this.freshness = freshness;
        this.sessions = new RecentMap<>(maxEntries);
    }

    public Liveness lookUp(SessionId id) {
        Seen seen = sessions.get(id);
        if (seen == null) {
            return Liveness.UNKNOWN;
        }
        if (!seen.alive()) {
            return Liveness.ENDED;
        }
        boolean fresh = clock.instant().isBefore(seen.at().plus(freshness));
        return fresh ? Liveness.ALIVE : Liveness.UNKNOWN;
    }

    /**
     * Remembers what the database said.
     *
     * @param readAt when the reading began
     */
    public void alive(SessionId id, Instant readAt) {
        sessions.update(id, seen -> seen != null && !seen.alive() ? seen : new Seen(true, readAt));
    }

    public void ended(SessionId id) {
        sessions.update(id, seen -> new Seen(false, clock.instant()));
    }

    private record Seen(boolean alive, Instant at) {}
}
