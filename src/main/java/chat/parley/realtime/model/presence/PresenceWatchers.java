package chat.parley.realtime.model.presence;

import chat.parley.identity.UserId;
import chat.parley.realtime.model.Connection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which connection wants to know about whom. Not thread-safe. */
public final class PresenceWatchers {
    private final Map<Connection, Set<UserId>> watched = new HashMap<>();
    private final Map<UserId, Set<Connection>> watchers = new HashMap<>();

    /** Replaces what the connection watched before. */
    public void watch(Connection connection, Set<UserId> users) {
        forget(connection);
        if (!users.isEmpty()) {
            watched.put(connection, Set.copyOf(users));
            users.forEach(
                    user -> watchers.computeIfAbsent(user, u -> new HashSet<>()).add(connection));
        }
    }

    /** Whether the connection watched this user, which it does no longer. */
    public boolean unwatch(Connection connection, UserId user) {
        Set<UserId> present = watched.get(connection);
        if (present == null || !present.contains(user)) {
            return false;
        }
        Set<UserId> others = new HashSet<>(present);
        others.remove(user);
        watch(connection, others);
        return true;
    }

    /** Ends the watching of connections that are closed. */
    public void forgetClosed() {
        watched.keySet().stream().filter(Connection::isClosed).toList().forEach(this::forget);
    }

    private void forget(Connection connection) {
        Set<UserId> former = watched.remove(connection);
        if (former != null) {
            former.forEach(user -> watchers.computeIfPresent(user, (u, some) -> {
                some.remove(connection);
                return some.isEmpty() ? null : some;
            }));
        }
    }

    /** For each connection that watches any of these users, what it is to be told: one batch. */
    public Map<Connection, Map<UserId, PresenceState>> batches(Map<UserId, PresenceState> changes) {
        Map<Connection, Map<UserId, PresenceState>> batches = new HashMap<>();
        changes.forEach((user, state) -> watchers.getOrDefault(user, Set.of())
                .forEach(connection -> batches.computeIfAbsent(connection, c -> new HashMap<>())
                        .put(user, state)));
        return batches;
    }
}
