package chat.parley.realtime.service;

import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;
import chat.parley.realtime.SocketSession;
import chat.parley.realtime.Topic;
import chat.parley.realtime.model.CloseCode;
import chat.parley.realtime.model.Connection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The connections of this process. */
@ApplicationScoped
public class ConnectionRegistry {
    private final Map<String, Connection> all = new ConcurrentHashMap<>();

    // The sets are replaced, not changed: most people have one connection, and such a set is the smallest.
    private final Map<UserId, Set<Connection>> byUser = new ConcurrentHashMap<>();

    private final Set<UserId> moved = ConcurrentHashMap.newKeySet();

    void add(Connection connection) {
        all.put(connection.id(), connection);
    }

    /** Makes the connection findable by its user; its session must have begun. */
    void addSession(Connection connection, SocketSession session) {
        byUser.merge(session.userId(), Set.of(connection), (present, added) -> {
            Set<Connection> all = new HashSet<>(present);
            all.addAll(added);
            return Set.copyOf(all);
        });
        moved.add(session.userId());
    }

    void remove(Connection connection) {
        all.remove(connection.id());
        removeSession(connection);
    }

    void removeSession(Connection connection) {
        SocketSession session = connection.session();
        if (session != null) {
            byUser.computeIfPresent(session.userId(), (user, present) -> {
                Set<Connection> left = new HashSet<>(present);
                left.remove(connection);
                return left.isEmpty() ? null : Set.copyOf(left);
            });
            moved.add(session.userId());
        }
    }

    Collection<Connection> all() {
        return all.values();
    }

    public Set<Connection> of(UserId user) {
        return byUser.getOrDefault(user, Set.of());
    }

    public @Nullable Connection find(String connectionId) {
        return all.get(connectionId);
    }

    /** Users of whom a session came or went since the last call. For one caller. */
    public Set<UserId> takeMoved() {
        Set<UserId> taken = Set.copyOf(moved);
        moved.removeAll(taken);
        return taken;
    }

    /** Everybody who has a session here. */
    public List<UserId> users() {
        return List.copyOf(byUser.keySet());
    }

    public Set<SessionId> sessions(UserId user) {
        return of(user).stream()
                .map(Connection::session)
                .filter(Objects::nonNull)
                .map(SocketSession::sessionId)
                .collect(Collectors.toSet());
    }

    /** What each of the user's connections listens to. */
    public List<Set<Topic>> topics(UserId user) {
        return of(user).stream()
                .map(connection -> Set.copyOf(connection.topics()))
                .toList();
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

    /** Ends every connection of a user whose sessions are all over. */
    public void closeUser(UserId user) {
        of(user).forEach(connection -> connection.close(CloseCode.REVOKED, "all sessions have ended"));
    }
}
