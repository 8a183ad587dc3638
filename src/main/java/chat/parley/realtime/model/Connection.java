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
 * One client's socket: who speaks, what it listens to, and what waits to be written to it. Any thread may call; what
 * concerns writing is done on the connection's lane, in the order of the calls.
 */
public final class Connection {
    private final String id;
    private final Wire wire;
    private final OutboxLimits limits;
    private final long openedAtMillis;

    // Replaced as a whole. An array, as thousands of idle connections keep one.
    private volatile Topic[] topics = {};

    private volatile FrameCodec codec;
    private volatile boolean heard;
    private volatile boolean opening;
    private volatile @Nullable SocketSession session;
    private volatile long sessionEndsAtMillis = Long.MAX_VALUE;
    private volatile long lastHeardAtMillis;
    private volatile long activeAtMillis;
    private volatile @Nullable CloseCode closedWith;
    private volatile boolean gone;

    private volatile boolean backedUp;
    private volatile boolean progressed;
    private volatile Runnable drained = () -> {};

    // Whether pushes are held back. Set before the first one can come, and taken back on the lane.
    private volatile boolean holding;

    // The rest is the lane's own. Most connections are idle, so that nothing is there before it is needed.
    private @Nullable HeldPushes held;
    private @Nullable Coverage covered;
    private @Nullable Outbox outbox;
    private @Nullable CloseCode closeWhenWritten;
    private String closeReason = "";

    public Connection(String id, Wire wire, FrameCodec codec, OutboxLimits limits, Instant openedAt) {
        this.id = id;
        this.wire = wire;
        this.codec = codec;
        this.limits = limits;
        this.openedAtMillis = openedAt.toEpochMilli();
        this.lastHeardAtMillis = openedAtMillis;
        this.activeAtMillis = openedAtMillis;
        wire.whenRoom(this::drain);
    }

    public String id() {
        return id;
    }

    public FrameCodec codec() {
        return codec;
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
            codec = spoken;
            heard = true;
        }
        return codec == spoken;
    }

    /** The client's end gave a sign of life that says nothing. */
    public void aliveAt(Instant now) {
        lastHeardAtMillis = now.toEpochMilli();
    }

    /** The thread that writes to the client. */
    public Lane lane() {
        return wire.lane();
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
        return gone || closedWith != null;
    }

    /** Why the server ended the connection; null while it did not. */
    public @Nullable CloseCode closedWith() {
        return closedWith;
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

    public long sessionEndsAtMillis() {
        return sessionEndsAtMillis;
    }

    public void sessionEndsAt(Instant end) {
        sessionEndsAtMillis = end.toEpochMilli();
    }

    /** Names the user; from here pushes are held back until {@link #release}. */
    public void beginSession(SocketSession opened) {
        session = opened;
        holding = true;
    }

    /** Takes the user away again after opening failed. */
    public void abandonSession() {
        session = null;
        holding = false;
        lane().run(() -> held = null);
    }

    /**
     * Sends the answer to {@code session.open}, then what was held back and is not in it.
     *
     * @param covered per topic the revision up to which the answer holds everything
     */
    public void release(EncodedFrame answer, Map<Topic, Long> covered) {
        lane().run(() -> releaseNow(answer, covered));
    }

    private void releaseNow(EncodedFrame answer, Map<Topic, Long> covers) {
        HeldPushes pushes = held;
        held = null;
        holding = false;
        covered = new Coverage(covers, topics);
        accept(answer, Push.Importance.DURABLE);
        if (pushes != null) {
            pushes.forEach(push -> pushNow(push.frame(), push.importance(), push.topic(), push.revision()));
        }
    }

    /**
     * Sends a push.
     *
     * @param revision its number in the topic; 0 if it has none
     */
    public void push(EncodedFrame frame, Push.Importance importance, @Nullable Topic topic, long revision) {
        lane().run(() -> pushNow(frame, importance, topic, revision));
    }

    /** As {@link #push}, for callers on the connection's lane. */
    public Delivery pushNow(EncodedFrame frame, Push.Importance importance, @Nullable Topic topic, long revision) {
        if (holding) {
            return hold(new HeldPushes.Held(frame, importance, topic, revision));
        }
        boolean known = covered != null && covered.contains(topic, revision);
        return known ? Delivery.ACCEPTED : accept(frame, importance);
    }

    private Delivery hold(HeldPushes.Held push) {
        HeldPushes pushes = held;
        if (pushes == null) {
            pushes = new HeldPushes();
            held = pushes;
        }
        return ended(pushes.add(push, limits));
    }

    /** Sends an answer; answers are never held back. */
    public void answer(EncodedFrame frame) {
        lane().run(() -> accept(frame, Push.Importance.DURABLE));
    }

    private Delivery accept(EncodedFrame frame, Push.Importance importance) {
        if (isClosed()) {
            return Delivery.ACCEPTED;
        }
        if (nothingWaits() && wire.hasRoom()) {
            write(frame);
            return Delivery.ACCEPTED;
        }
        Outbox waiting = outbox;
        if (waiting == null) {
            waiting = new Outbox(limits);
            outbox = waiting;
        }
        Delivery delivery = waiting.offer(frame, importance);
        backedUp |= waiting.isBackedUp();
        return ended(delivery);
    }

    private void write(EncodedFrame frame) {
        wire.write(frame, codec.isBinary());
    }

    private Delivery ended(Delivery delivery) {
        if (delivery == Delivery.OVERFLOW) {
            close(CloseCode.TOO_SLOW, "too much is waiting to be read");
        }
        return delivery;
    }

    private boolean nothingWaits() {
        return outbox == null || outbox.isEmpty();
    }

    /** There is room on the wire: sends what waits, several objects in one frame. */
    private void drain() {
        Outbox waiting = outbox;
        while (waiting != null && !waiting.isEmpty() && wire.hasRoom()) {
            codec.join(waiting.next()).forEach(this::write);
            progressed = true;
        }
        if (nothingWaits()) {
            outbox = null;
            if (backedUp) {
                backedUp = false;
                drained.run();
            }
            CloseCode code = closeWhenWritten;
            if (code != null) {
                close(code, closeReason);
            }
        }
    }

    /** Whether so much waits to be read by the client that it should not ask for more. */
    public boolean isBackedUp() {
        return backedUp;
    }

    /** Whom to tell, on the lane, when the client has read what it was backed up with. */
    public void whenDrained(Runnable listener) {
        drained = listener;
    }

    /** The client is alive, though it may not have been listened to. */
    public void progressed() {
        progressed = true;
    }

    /** Whether the client has made progress since the last time this was asked. */
    public boolean takeProgress() {
        boolean taken = progressed;
        if (taken) {
            progressed = false;
        }
        return taken;
    }

    /** Ends the connection; what waits is dropped. */
    public void close(CloseCode code, String reason) {
        synchronized (this) {
            if (isClosed()) {
                return;
            }
            closedWith = code;
        }
        lane().run(() -> {
            forgetWhatWaits();
            codec.farewell(code).forEach(this::write);
            wire.close(code, reason);
        });
    }

    /** Ends the connection after what waits has been written, or a few seconds later. */
    public void closeWhenWritten(CloseCode code, String reason) {
        lane().run(() -> {
            if (nothingWaits()) {
                close(code, reason);
            } else if (closeWhenWritten == null) {
                closeWhenWritten = code;
                closeReason = reason;
                wire.cutSoon();
            }
        });
    }

    /** The socket is gone, whoever ended it. */
    public void gone() {
        gone = true;
        lane().run(this::forgetWhatWaits);
    }

    private void forgetWhatWaits() {
        outbox = null;
        held = null;
    }
}
