package chat.parley.realtime.service;

import chat.parley.identity.UserId;
import chat.parley.realtime.Topic;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.port.FanOutTransport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Our own index from topic to connections: a push costs what its audience costs, however many others are connected. The
 * first subscriber makes this node ask the others for the topic, the last one to go ends that.
 */
@ApplicationScoped
class TopicIndex {
    private final Map<Topic, Audience> audiences = new ConcurrentHashMap<>();
    private final ConnectionRegistry connections;
    private final TopicSequencer sequencer;
    private final FanOutTransport transport;

    TopicIndex(ConnectionRegistry connections, TopicSequencer sequencer, FanOutTransport transport) {
        this.connections = connections;
        this.sequencer = sequencer;
        this.transport = transport;
    }

    /**
     * Who listens here.
     *
     * @param topic what they all refer to
     * @param served completes when other nodes' pushes arrive
     */
    private record Audience(Topic topic, Subscribers connections, CompletionStage<Void> served) {}

    Subscribers subscribers(Topic topic) {
        Audience audience = audiences.get(topic);
        return audience == null ? Subscribers.NONE : audience.connections;
    }

    Collection<Topic> topics() {
        return audiences.keySet();
    }

    boolean isSubscribed(UserId user, Topic topic) {
        return connections.of(user).stream().anyMatch(connection -> connection.listensTo(topic));
    }

    /** The stage completes when other nodes' pushes of the topic arrive here; it fails if they cannot be asked. */
    CompletionStage<Void> subscribe(Connection connection, Topic topic) {
        Audience audience = audiences.compute(topic, (t, present) -> {
            Audience listening = present != null ? present : begin(topic);
            listening.connections.add(connection);
            return listening;
        });
        connection.addTopic(audience.topic);
        if (connection.isClosed()) {
            forget(connection);
        }
        return audience.served;
    }

    // Whoever listens first brings the position; one that an earlier audience left behind is not theirs.
    private Audience begin(Topic topic) {
        sequencer.forget(topic);
        return new Audience(topic, new Subscribers(), transport.serve(topic));
    }

    void unsubscribe(Connection connection, Topic topic) {
        connection.removeTopic(topic);
        audiences.computeIfPresent(topic, (t, present) -> {
            present.connections.remove(connection);
            if (!present.connections.isEmpty()) {
                return present;
            }
            transport.leave(topic);
            sequencer.forget(topic);
            return null;
        });
    }

    /** Ends all subscriptions of a connection that is gone. */
    void forget(Connection connection) {
        connection.topics().forEach(topic -> unsubscribe(connection, topic));
    }
}
