package chat.parley.realtime.service.presence;

import chat.parley.identity.UserId;
import chat.parley.realtime.SocketSession;
import chat.parley.realtime.model.presence.PresenceState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who is connected to this node, and since when each connection is idle. */
final class LocalPresence {
    private final Duration awayAfter;
    private final Map<String, Instant> activeAt = new ConcurrentHashMap<>();
    private Map<UserId, PresenceState> former = Map.of();

    LocalPresence(Duration awayAfter) {
        this.awayAfter = awayAfter;
    }

    void active(String connectionId, Instant now) {
        activeAt.put(connectionId, now);
    }

    /** Opening a session is doing something. */
    Map<UserId, PresenceState> states(Collection<SocketSession> opened, Instant now) {
        Map<UserId, PresenceState> states = new HashMap<>();
        Set<String> present = new HashSet<>();
        for (SocketSession session : opened) {
            present.add(session.connectionId());
            Instant active = activeAt.computeIfAbsent(session.connectionId(), id -> now);
            boolean idle = !active.plus(awayAfter).isAfter(now);
            if (!idle) {
                states.put(session.userId(), PresenceState.ONLINE);
            } else {
                states.putIfAbsent(session.userId(), PresenceState.AWAY);
            }
        }
        activeAt.keySet().retainAll(present);
        return states;
    }

    /** The difference to the last call. */
    Map<UserId, PresenceState> changes(Map<UserId, PresenceState> states) {
        Map<UserId, PresenceState> changes = new HashMap<>();
        states.forEach((user, state) -> {
            if (former.get(user) != state) {
                changes.put(user, state);
            }
        });
        former.keySet().stream()
                .filter(user -> !states.containsKey(user))
                .forEach(user -> changes.put(user, PresenceState.OFFLINE));
        former = states;
        return changes;
    }
}
