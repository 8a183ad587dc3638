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
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings publications to the connections of this process, each framed once per wire format. Any thread. */
@ApplicationScoped
public class LocalDelivery {
    private final TopicIndex topics;
    private final ConnectionRegistry connections;
    private final TopicSequencer sequencer;
    private final MissedChanges missed;
    private final RealtimeMetrics metrics;

    LocalDelivery(
            TopicIndex topics,
            ConnectionRegistry connections,
            TopicSequencer sequencer,
            MissedChanges missed,
            RealtimeMetrics metrics) {
        this.topics = topics;
        this.connections = connections;
        this.sequencer = sequencer;
        this.missed = missed;
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

    /** Subscribers know the topic up to this revision; what came before them is sent on from there. */
    void begin(Topic topic, long revision) {
        if (isWanted(topic)) {
            sequencer.begin(topic, revision, this::deliverNext);
        }
    }

    /** Reads what the topic's subscribers should have got by now and did not; returns how many changes that were. */
    public int catchUp(Topic topic) {
        return isWanted(topic) ? sequencer.catchUp(topic, this::deliverNext) : 0;
    }

    /** The topics whose subscribers are behind the database, and what they are behind of. */
    public Map<Topic, Long> behind() {
        Map<Topic, Long> latest = missed.latest(List.copyOf(topics.topics()));
        latest.entrySet().removeIf(topic -> !isBehind(topic.getKey(), topic.getValue()));
        return latest;
    }

    public boolean isBehind(Topic topic, long latest) {
        OptionalLong position = sequencer.position(topic);
        return position.isPresent() && position.getAsLong() < latest;
    }

    /** From another node. */
    public void deliverIfWanted(Publication publication) {
        boolean wanted = switch (publication) {
            case Publication.ToTopic(Topic topic, EncodedPush push) -> isWanted(topic);
            case Publication.Numbered numbered -> isWanted(numbered.topic());
        };
        if (wanted) {
            deliver(publication);
        }
    }

    void deliver(Publication publication) {
        switch (publication) {
            case Publication.ToTopic(Topic topic, EncodedPush push) -> deliverToAll(topic, push);
            case Publication.Numbered numbered -> sequencer.inOrder(numbered, this::deliverNext);
        }
    }

    private void deliverToAll(Topic topic, EncodedPush push) {
        Framing framing = new Framing(push);
        Subscribers audience = topics.subscribers(topic);
        audience.forEachLane((lane, connections) ->
                lane.execute(() -> connections.push(lane, connection -> push(connection, framing, null, 0))));
        metrics.fannedOut(audience.size());
    }

    /** To every connection of the user. */
    void deliver(UserId user, EncodedPush push) {
        Framing framing = new Framing(push);
        Set<Connection> audience = connections.of(user);
        audience.forEach(connection -> connection.lane().execute(() -> push(connection, framing, null, 0)));
        metrics.fannedOut(audience.size());
    }

    private void deliverNext(Publication.Numbered numbered) {
        Framing everybody = new Framing(numbered.push());
        Framing author = numbered.authorPush() == null ? everybody : new Framing(numbered.authorPush());
        Subscribers audience = topics.subscribers(numbered.topic());
        audience.forEachLane((lane, connections) -> lane.execute(() -> connections.push(lane, connection -> {
            Framing framing = isOf(connection, numbered.author()) ? author : everybody;
            push(connection, framing, numbered.topic(), numbered.revision());
        })));
        metrics.fannedOut(audience.size());
    }

    /** On the connection's lane. */
    private void push(Connection connection, Framing framing, @Nullable Topic topic, long revision) {
        EncodedFrame frame = framing.in(connection.codec());
        metrics.delivered(connection.pushNow(frame, framing.push.importance(), topic, revision));
    }

    private static boolean isOf(Connection connection, @Nullable UserId user) {
        SocketSession session = connection.session();
        return user != null && session != null && session.userId().equals(user);
    }

    /** One push and its frame in each wire format that somebody in the audience speaks. Any thread. */
    private static final class Framing {
        private final EncodedPush push;
        private volatile @Nullable Framed latest;
        private final IdentityHashMap<FrameCodec, EncodedFrame> frames = new IdentityHashMap<>(2);

        private record Framed(FrameCodec codec, EncodedFrame frame) {}

        Framing(EncodedPush push) {
            this.push = push;
        }

        EncodedFrame in(FrameCodec codec) {
            Framed known = latest;
            return known != null && known.codec == codec ? known.frame : inAnother(codec);
        }

        private synchronized EncodedFrame inAnother(FrameCodec codec) {
            EncodedFrame frame = frames.computeIfAbsent(codec, c -> c.push(push));
            latest = new Framed(codec, frame);
            return frame;
        }
    }
}
