package chat.parley.realtime.service;

import chat.parley.realtime.SocketSession;
import chat.parley.realtime.Topic;
import chat.parley.realtime.model.Connection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Ties a connection to its user and topics, and unties it. */
@ApplicationScoped
class SessionSubscriber {
    private final ConnectionRegistry connections;
    private final TopicIndex topics;

    SessionSubscriber(ConnectionRegistry connections, TopicIndex topics) {
        this.connections = connections;
        this.topics = topics;
    }

    /** From here the user's news reach the connection, and are held back. */
    void begin(Connection connection, SocketSession session) {
        connection.beginSession(session);
        connections.addSession(connection, session);
        if (connection.isClosed()) {
            connections.remove(connection);
        }
    }

    void subscribe(Connection connection, Topic topic) {
        topics.subscribe(connection, topic);
    }

    /** A membership that ended between naming the topics and reading the state must not be listened to. */
    void retain(Connection connection, String kind, Set<Topic> right) {
        List<Topic> wrong = connection.topics().stream()
                .filter(topic -> topic.kind().equals(kind) && !right.contains(topic))
                .toList();
        wrong.forEach(topic -> topics.unsubscribe(connection, topic));
    }

    void abandon(Connection connection) {
        connections.removeSession(connection);
        topics.forget(connection);
        connection.abandonSession();
    }
}
