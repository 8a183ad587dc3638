package chat.parley.realtime.model;

import chat.parley.realtime.Push;
import chat.parley.realtime.SocketSession;
import chat.parley.realtime.Topic;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One client's socket: who speaks, what it listens to, and the way to it. Any thread may call; what concerns writing is
 * done on the connection's lane, in the order of the calls.
 */
public final class Connection {
    private final String id;
    private final Outbound outbound;
    private final long openedAtMillis;

    // Replaced as a whole. An array, as thousands of idle connections keep one.
    private volatile Topic[] topics = {};

    private volatile boolean heard;
    private volatile boolean opening;
    private volatile @Nullable SocketSession session;
    private volatile long sessionEndsAtMillis = Long.MAX_VALUE;
    private volatile long lastHeardAtMillis;
    private volatile long activeAtMillis;
    private volatile long beatAtMillis;

    public Connection(String id, Wire wire, FrameCodec codec, OutboxLimits limits, Instant openedAt) {
        this.id = id;
        this.outbound = new Outbound(wire, codec, limits);
        this.openedAtMillis = openedAt.toEpochMilli();
        this.lastHeardAtMillis = openedAtMillis;
        this.activeAtMillis = openedAtMillis;
    }

    public String id() {
        return id;
    }

    public FrameCodec codec() {
        return outbound.codec();
    }

    /** Whether the client has said anything, and so has chosen its wire format. */
    public boolean isHeard() {
        return heard;
    }

    /**
     * The client says something; its first frame chooses the wire format.
     *
     * @return false if this frame is of another format than the first
     */
    public boolean heardAt(Instant now, FrameCodec spoken) {
        lastHeardAtMillis = now.toEpochMilli();
        if (!heard) {
            outbound.codec(spoken);
            heard = true;
        }
        return codec() == spoken;
    }

    /** The client's end gave a sign of life that says nothing. */
    public void aliveAt(Instant now) {
        lastHeardAtMillis = now.toEpochMilli();
    }

    /** The thread that writes to the client. */
    public Lane lane() {
        return outbound.lane();
    }

    /** Milliseconds since the epoch, as the other times. */
    public long openedAtMillis() {
        return openedAtMillis;
    }

    /** Null until {@code session.open} has named the user. */
    public @Nullable SocketSession session() {
        return session;
    }

    /** Whether the client waits for the session it has asked for. */
    public boolean isOpening() {
        return opening;
    }

    public void opening(boolean waits) {
        opening = waits;
    }

    /** Topics this connection is subscribed to, at this moment; changed by the topic index only. */
    public List<Topic> topics() {
        return List.of(topics);
    }

    /** Whether this connection is subscribed to the topic. */
    public boolean listensTo(Topic topic) {
        return indexOf(topic) >= 0;
    }

    public synchronized void addTopic(Topic topic) {
        if (!listensTo(topic)) {
            Topic[] more = Arrays.copyOf(topics, topics.length + 1);
            more[topics.length] = topic;
            topics = more;
        }
    }

    public synchronized void removeTopic(Topic topic) {
        int index = indexOf(topic);
        if (index >= 0) {
            Topic[] fewer = Arrays.copyOf(topics, topics.length - 1);
            if (index < fewer.length) {
                fewer[index] = topics[fewer.length];
            }
            topics = fewer;
        }
    }

    private int indexOf(Topic topic) {
        return Arrays.asList(topics).indexOf(topic);
    }

    public boolean isClosed() {
        return outbound.isClosed();
    }

    /** Why the server ended the connection; null while it did not. */
    public @Nullable CloseCode closedWith() {
        return outbound.closedWith();
    }

    public long lastHeardAtMillis() {
        return lastHeardAtMillis;
    }

    /** When the user, and not only the client, did something last; opening the connection was something. */
    public long activeAtMillis() {
        return activeAtMillis;
    }

    public void activeAt(Instant now) {
        activeAtMillis = now.toEpochMilli();
    }

    /** When the next heartbeat is due; 0 as long as nobody has said. */
    public long beatAtMillis() {
        return beatAtMillis;
    }

    public void beatAt(long millis) {
        beatAtMillis = millis;
    }

    public long sessionEndsAtMillis() {
        return sessionEndsAtMillis;
    }

    public void sessionEndsAt(Instant end) {
        sessionEndsAtMillis = end.toEpochMilli();
    }

    /** Names the user; from here pushes are held back until {@link #release}. */
    public void beginSession(SocketSession opened) {
        session = opened;
        outbound.hold();
    }

    /** Takes the user away again after opening failed. */
    public void abandonSession() {
        session = null;
        outbound.stopHolding();
    }

    /**
     * Sends the answer to {@code session.open}, then what was held back and is not in it.
     *
     * @param covered per topic the revision up to which the answer holds everything
     */
    public void release(EncodedFrame answer, Map<Topic, Long> covered) {
        outbound.release(answer, covered, topics);
    }

    /**
     * Sends a push.
     *
     * @param revision its number in the topic; 0 if it has none
     */
    public void push(EncodedFrame frame, Push.Importance importance, @Nullable Topic topic, long revision) {
        lane().run(() -> outbound.pushNow(frame, importance, topic, revision));
    }

    /** As {@link #push}, for callers on the connection's lane. */
    public Delivery pushNow(EncodedFrame frame, Push.Importance importance, @Nullable Topic topic, long revision) {
        return outbound.pushNow(frame, importance, topic, revision);
    }

    /** Sends an answer; answers are never held back. */
    public void answer(EncodedFrame frame) {
        outbound.answer(frame);
    }

    /** Whether so much waits to be read by the client that it should not ask for more. */
    public boolean isBackedUp() {
        return outbound.isBackedUp();
    }

    /** Whom to tell, on the lane, when the client has read what it was backed up with. */
    public void whenDrained(Runnable listener) {
        outbound.whenDrained(listener);
    }

    /** The client is alive, though it may not have been listened to. */
    public void progressed() {
        outbound.progressed();
    }

    /** Whether the client has made progress since the last time this was asked. */
    public boolean takeProgress() {
        return outbound.takeProgress();
    }

    /** Ends the connection; what waits is dropped. */
    public void close(CloseCode code, String reason) {
        outbound.close(code, reason);
    }

    /** Ends the connection after what waits has been written, or a few seconds later. */
    public void closeWhenWritten(CloseCode code, String reason) {
        outbound.closeWhenWritten(code, reason);
    }

    /** Cuts the connection, without a word. */
    public void cut() {
        outbound.cut();
    }

    /** The socket is gone, whoever ended it. */
    public void gone() {
        outbound.gone();
    }
}
