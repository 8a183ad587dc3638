package chat.parley.realtime.service;

import chat.parley.identity.UserId;
import chat.parley.realtime.Subscriptions;
import chat.parley.realtime.Topic;
import chat.parley.realtime.model.Connection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Our own index from topic to connections: a push costs what its audience costs, however many others are connected. */
@ApplicationScoped
public class TopicIndex implements Subscriptions {
    private final Map<Topic, Subscribers> subscribers = new ConcurrentHashMap<>();
    private final ConnectionRegistry connections;

    TopicIndex(ConnectionRegistry connections) {
        this.connections = connections;
    }

    Subscribers subscribers(Topic topic) {
        return subscribers.getOrDefault(topic, Subscribers.NONE);
    }

    @Override
    public void subscribe(UserId user, Topic topic) {
        connections.of(user).forEach(connection -> subscribe(connection, topic));
    }

    @Override
    public void unsubscribe(UserId user, Topic topic) {
        connections.of(user).forEach(connection -> unsubscribe(connection, topic));
    }

    @Override
    public void unsubscribeAll(Topic topic) {
        subscribers(topic).forEach(connection -> unsubscribe(connection, topic));
    }

    @Override
    public boolean isSubscribed(UserId user, Topic topic) {
        return connections.of(user).stream()
                .anyMatch(connection -> connection.topics().contains(topic));
    }

    void subscribe(Connection connection, Topic topic) {
        subscribers.compute(topic, (t, present) -> {
            Subscribers listening = present != null ? present : new Subscribers();
            listening.add(connection);
            return listening;
        });
        connection.topics().add(topic);
        if (connection.isClosed()) {
            forget(connection);
        }
    }

    void unsubscribe(Connection connection, Topic topic) {
        connection.topics().remove(topic);
        subscribers.computeIfPresent(topic, (t, present) -> {
            present.remove(connection);
            return present.isEmpty() ? null : present;
        });
    }

    /** Ends all subscriptions of a connection that is gone. */
    void forget(Connection connection) {
        connection.topics().forEach(topic -> unsubscribe(connection, topic));
    }
}
