package chat.parley.realtime.service;

import chat.parley.identity.UserId;
import chat.parley.realtime.SocketSession;
import chat.parley.realtime.Topic;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.EncodedFrame;
import chat.parley.realtime.model.EncodedPush;
import chat.parley.realtime.model.FrameCodec;
import chat.parley.realtime.model.Publication;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings publications to the connections of this process, each framed once per wire format. Any thread. */
@ApplicationScoped
class LocalDelivery {
    private final TopicIndex topics;
    private final ConnectionRegistry connections;
    private final TopicSequencer sequencer;
    private final RealtimeMetrics metrics;

    LocalDelivery(
            TopicIndex topics, ConnectionRegistry connections, TopicSequencer sequencer, RealtimeMetrics metrics) {
        this.topics = topics;
        this.connections = connections;
        this.sequencer = sequencer;
        this.metrics = metrics;
    }

    /** Whether anybody here listens; a topic that nobody listens to is forgotten. */
    boolean isWanted(Topic topic) {
        boolean wanted = !topics.subscribers(topic).isEmpty();
        if (!wanted) {
            sequencer.forget(topic);
        }
        return wanted;
    }

    boolean isWanted(UserId user) {
        return !connections.of(user).isEmpty();
    }

    void deliver(Publication publication) {
        switch (publication) {
            case Publication.ToTopic(Topic topic, EncodedPush push) -> deliver(topics.subscribers(topic), push);
            case Publication.ToUser(UserId user, EncodedPush push) -> deliver(connections.of(user), push);
            case Publication.Numbered numbered -> sequencer.inOrder(numbered, this::deliverNext);
        }
    }

    private void deliver(Set<Connection> audience, EncodedPush push) {
        Framing framing = new Framing(push);
        audience.forEach(connection -> push(connection, framing, null, 0));
        metrics.fannedOut(audience.size());
    }

    private void deliverNext(Publication.Numbered numbered) {
        Framing everybody = new Framing(numbered.push());
        Framing author = numbered.authorPush() == null ? everybody : new Framing(numbered.authorPush());
        Set<Connection> audience = topics.subscribers(numbered.topic());
        for (Connection connection : audience) {
            Framing framing = isOf(connection, numbered.author()) ? author : everybody;
            push(connection, framing, numbered.topic(), numbered.revision());
        }
        metrics.fannedOut(audience.size());
    }

    private void push(Connection connection, Framing framing, @Nullable Topic topic, long revision) {
        EncodedFrame frame = framing.in(connection.codec());
        if (!connection.push(frame, framing.push.importance(), topic, revision)) {
            metrics.outboxOverflowed();
        }
    }

    private static boolean isOf(Connection connection, @Nullable UserId user) {
        SocketSession session = connection.session();
        return user != null && session != null && session.userId().equals(user);
    }

    /** One push and its frame in each wire format that somebody in the audience speaks. */
    private static final class Framing {
        private final EncodedPush push;
        private final IdentityHashMap<FrameCodec, EncodedFrame> frames = new IdentityHashMap<>(2);

        Framing(EncodedPush push) {
            this.push = push;
        }

        EncodedFrame in(FrameCodec codec) {
            return frames.computeIfAbsent(codec, c -> c.push(push));
        }
    }
}
