package chat.parley.realtime.service;

import chat.parley.identity.UserId;
import chat.parley.realtime.FanOut;
import chat.parley.realtime.Push;
import chat.parley.realtime.SocketSession;
import chat.parley.realtime.Topic;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.EncodedFrame;
import chat.parley.realtime.model.FrameCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Delivers pushes to the connections of this process, each encoded once per wire format. */
@ApplicationScoped
public class FanOutService implements FanOut {
    private final TopicIndex topics;
    private final ConnectionRegistry connections;
    private final TopicSequencer sequencer;
    private final RealtimeMetrics metrics;

    FanOutService(
            TopicIndex topics, ConnectionRegistry connections, TopicSequencer sequencer, RealtimeMetrics metrics) {
        this.topics = topics;
        this.connections = connections;
        this.sequencer = sequencer;
        this.metrics = metrics;
    }

    @Override
    public void publish(Topic topic, Push push) {
        deliver(topics.subscribers(topic), new Encoding(push));
    }

    @Override
    public void publish(UserId user, Push push) {
        deliver(connections.of(user), new Encoding(push));
    }

    @Override
    public void publish(RevisedPush push) {
        if (topics.subscribers(push.topic()).isEmpty()) {
            sequencer.forget(push.topic());
            return;
        }
        sequencer.inOrder(push, this::deliver);
    }

    private void deliver(RevisedPush revised) {
        Encoding everybody = new Encoding(revised.push());
        Encoding author = revised.authorPush() == null ? everybody : new Encoding(revised.authorPush());
        Set<Connection> audience = topics.subscribers(revised.topic());
        for (Connection connection : audience) {
            Encoding encoding = isOf(connection, revised.author()) ? author : everybody;
            push(connection, encoding, revised.topic(), revised.revision());
        }
        metrics.fannedOut(audience.size());
    }

    private void deliver(Set<Connection> audience, Encoding encoding) {
        audience.forEach(connection -> push(connection, encoding, null, 0));
        metrics.fannedOut(audience.size());
    }

    private void push(Connection connection, Encoding encoding, @Nullable Topic topic, long revision) {
        EncodedFrame frame = encoding.in(connection.codec());
        if (!connection.push(frame, encoding.push.importance(), topic, revision)) {
            metrics.outboxOverflowed();
        }
    }

    private static boolean isOf(Connection connection, @Nullable UserId user) {
        SocketSession session = connection.session();
        return user != null && session != null && session.userId().equals(user);
    }

    /** One push and its bytes in each wire format that somebody in the audience speaks. */
    private static final class Encoding {
        private final Push push;
        private final IdentityHashMap<FrameCodec, EncodedFrame> frames = new IdentityHashMap<>(2);

        Encoding(Push push) {
            this.push = push;
        }

        EncodedFrame in(FrameCodec codec) {
            return frames.computeIfAbsent(codec, c -> c.push(push));
        }
    }
}
