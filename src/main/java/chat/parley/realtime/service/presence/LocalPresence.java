package chat.parley.realtime.service.presence;

import chat.parley.identity.UserId;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.presence.PresenceState;
import chat.parley.realtime.service.ConnectionRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Who is connected to this node, and whether they do something there. Not thread-safe. */
final class LocalPresence {
    private final ConnectionRegistry connections;
    private final long awayAfterMillis;
    private final Map<UserId, PresenceState> known = new HashMap<>();

    LocalPresence(ConnectionRegistry connections, Duration awayAfter) {
        this.connections = connections;
        this.awayAfterMillis = awayAfter.toMillis();
    }

    /** Who changed since the last call. It looks at everybody each time, so it keeps nothing but what it answers. */
    Map<UserId, PresenceState> changes(Instant now) {
        long activeUntil = now.toEpochMilli() - awayAfterMillis;
        Map<UserId, PresenceState> changes = new HashMap<>();
        int[] here = {0};
        connections.forEachUser((user, theirs) -> {
            here[0]++;
            PresenceState state = state(theirs, activeUntil);
            if (known.put(user, state) != state) {
                changes.put(user, state);
            }
        });
        // Everybody who is here is known by now; who else is known has gone.
        if (known.size() > here[0]) {
            known.keySet().removeIf(user -> {
                boolean gone = connections.of(user).isEmpty();
                if (gone) {
                    changes.put(user, PresenceState.OFFLINE);
                }
                return gone;
            });
        }
        return changes;
    }

    private static PresenceState state(Set<Connection> connections, long activeUntil) {
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
