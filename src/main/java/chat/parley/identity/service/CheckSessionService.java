package chat.parley.identity.service;

import chat.parley.identity.IdentityError;
import chat.parley.identity.SessionId;
import chat.parley.identity.Sessions;
import chat.parley.identity.model.Liveness;
import chat.parley.identity.model.SessionCache;
import chat.parley.identity.port.IdentityConfig;
import chat.parley.identity.port.SessionRepository;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Says whether the session of a good access token is still alive. A session that is ended on this node is refused at
 * once; one that is ended on another node, or whose account is disabled, after the check interval at the latest.
 */
@ApplicationScoped
public class CheckSessionService implements Sessions {
    private static final int CACHED_SESSIONS = 50_000;

    private final SessionRepository sessions;
    private final SessionCache cache;
    private final Clock clock;

    CheckSessionService(SessionRepository sessions, IdentityConfig config, Clock clock) {
        this.sessions = sessions;
        this.cache = new SessionCache(clock, config.sessionCheckInterval(), CACHED_SESSIONS);
        this.clock = clock;
    }

    /** What is known without waiting for the database. */
    public Liveness known(SessionId id) {
        return cache.lookUp(id);
    }

    /**
     * Lets a living session pass; may read the database.
     *
     * @throws ParleyException {@link IdentityError#SESSION_REVOKED}
     */
    public void requireAlive(SessionId id) {
        boolean alive = switch (known(id)) {
            case ALIVE -> true;
            case ENDED -> false;
            case UNKNOWN -> read(id);
        };
        if (!alive) {
            throw ParleyException.of(IdentityError.SESSION_REVOKED);
        }
    }

    @Override
    public void ended(SessionId id) {
        cache.ended(id);
    }

    @Override
    public Set<SessionId> over(Collection<SessionId> ids) {
        Set<SessionId> over = new HashSet<>(ids);
        over.removeAll(sessions.alive(ids, clock.instant()));
        over.forEach(cache::ended);
        return over;
    }

    private boolean read(SessionId id) {
        Instant now = clock.instant();
        if (!sessions.isAlive(id, now)) {
            return false;
        }
        cache.alive(id, now);
        return cache.lookUp(id) != Liveness.ENDED;
    }
}
