package chat.parley.realtime.service;

import chat.parley.realtime.SocketSession;
import chat.parley.realtime.Topic;
import chat.parley.realtime.model.Connection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ties a connection to its user and topics, and unties it. */
@ApplicationScoped
class SessionSubscriber {
    private final ConnectionRegistry connections;
    private final TopicIndex topics;
    private final LocalDelivery local;

    SessionSubscriber(ConnectionRegistry connections, TopicIndex topics, LocalDelivery local) {
        this.connections = connections;
        this.topics = topics;
        this.local = local;
    }

    /** From here the user's news reach the connection, and are held back. */
    void begin(Connection connection, SocketSession session) {
        connection.beginSession(session);
        connections.addSession(connection, session);
        if (connection.isClosed()) {
            connections.remove(connection);
        }
    }

    /** Returns when other nodes' pushes of all these topics arrive here. */
    void subscribe(Connection connection, Collection<Topic> some) {
        Served.await(
                some.stream().map(topic -> topics.subscribe(connection, topic)).toList());
    }

    /** The connection knows these topics up to these revisions: what comes behind them is for it. */
    void covers(Map<Topic, Long> revisions) {
        revisions.forEach(local::begin);
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
