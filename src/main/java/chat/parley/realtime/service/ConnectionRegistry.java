package chat.parley.realtime.service;

import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;
import chat.parley.realtime.SocketSession;
import chat.parley.realtime.model.CloseCode;
import chat.parley.realtime.model.Connection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The connections of this process. */
@ApplicationScoped
public class ConnectionRegistry {
    private final Map<String, Connection> all = new ConcurrentHashMap<>();
    private final Map<UserId, Set<Connection>> byUser = new ConcurrentHashMap<>();

    void add(Connection connection) {
        all.put(connection.id(), connection);
    }

    /** Makes the connection findable by its user; its session must have begun. */
    void addSession(Connection connection, SocketSession session) {
        byUser.compute(session.userId(), (user, present) -> {
            Set<Connection> set = present != null ? present : ConcurrentHashMap.newKeySet(2);
            set.add(connection);
            return set;
        });
    }

    void remove(Connection connection) {
        all.remove(connection.id());
        removeSession(connection);
    }

    void removeSession(Connection connection) {
        SocketSession session = connection.session();
        if (session != null) {
            byUser.computeIfPresent(session.userId(), (user, present) -> {
                present.remove(connection);
                return present.isEmpty() ? null : present;
            });
        }
    }

    Collection<Connection> all() {
        return all.values();
    }

    Set<Connection> of(UserId user) {
        return byUser.getOrDefault(user, Set.of());
    }

    public int count() {
        return all.size();
    }

    /** Ends every connection of a session that is over. */
    public void closeSession(UserId user, SessionId session) {
        for (Connection connection : of(user)) {
            SocketSession open = connection.session();
            if (open != null && open.sessionId().equals(session)) {
                connection.close(CloseCode.REVOKED, "this session has ended");
            }
        }
    }
}
