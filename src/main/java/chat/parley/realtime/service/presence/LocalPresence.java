package chat.parley.realtime.service.presence;

import chat.parley.identity.UserId;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.presence.PresenceState;
import chat.parley.realtime.service.ConnectionRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who is connected to this node, and whether they do something there. Not thread-safe but for {@link #stirred}. */
final class LocalPresence {
    /** Who falls asleep tells nobody. Somebody is taken for awake too long by this share of the time, at most. */
    private static final int ROUNDS = 30;

    private final ConnectionRegistry connections;
    private final Duration awayAfter;
    private final Map<UserId, PresenceState> known = new HashMap<>();
    private final Set<UserId> stirred = ConcurrentHashMap.newKeySet();
    private Instant roundAt = Instant.MIN;

    LocalPresence(ConnectionRegistry connections, Duration awayAfter) {
        this.connections = connections;
        this.awayAfter = awayAfter;
    }

    /** The user did something. Any thread. */
    void stirred(UserId user) {
        stirred.add(user);
    }

    /**
     * Who changed since the last call.
     *
     * @param moved of whom a session came or went since then
     */
    Map<UserId, PresenceState> changes(Set<UserId> moved, Instant now) {
        long activeUntil = now.minus(awayAfter).toEpochMilli();
        Map<UserId, PresenceState> changes = new HashMap<>();
        for (UserId user : toLookAt(moved, now)) {
            PresenceState state = state(connections.of(user), activeUntil);
            PresenceState before = state == PresenceState.OFFLINE ? known.remove(user) : known.put(user, state);
            if (state != (before == null ? PresenceState.OFFLINE : before)) {
                changes.put(user, state);
            }
        }
        return changes;
    }

    private Set<UserId> toLookAt(Set<UserId> moved, Instant now) {
        Set<UserId> some = new HashSet<>(stirred);
        stirred.removeAll(some);
        some.addAll(moved);
        if (!roundAt.isAfter(now)) {
            roundAt = now.plus(awayAfter.dividedBy(ROUNDS));
            some.addAll(known.keySet());
        }
        return some;
    }

    private static PresenceState state(Set<Connection> connections, long activeUntil) {
        if (connections.isEmpty()) {
            return PresenceState.OFFLINE;
        }
        for (Connection connection : connections) {
            if (connection.activeAtMillis() > activeUntil) {
                return PresenceState.ONLINE;
            }
        }
        return PresenceState.AWAY;
    }

    /** Everybody, as of the last call of {@link #changes}. */
    Map<UserId, PresenceState> everybody() {
        return Map.copyOf(known);
    }
}
