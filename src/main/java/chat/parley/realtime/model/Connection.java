package chat.parley.realtime.model;

import chat.parley.realtime.Push;
import chat.parley.realtime.SocketSession;
import chat.parley.realtime.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One client's socket: who speaks, what it listens to, and what waits to be written to it. Any thread. */
public final class Connection {
    private final String id;
    private final Wire wire;
    private final Outbox outbox;
    private final Instant openedAt;
    private final Set<Topic> topics = ConcurrentHashMap.newKeySet(4);

    private volatile FrameCodec codec;
    private volatile boolean heard;
    private volatile @Nullable SocketSession session;
    private volatile Instant sessionEndsAt = Instant.MAX;
    private volatile Instant lastHeardAt;
    private volatile boolean closed;
    private @Nullable CloseCode closeWhenWritten;
    private String closeReason = "";

    // Pushes that came while the session was being opened; null when none are held back.
    private @Nullable List<HeldPush> held;

    // What the answer to session.open told already; its pushes may still be on their way from the commit to here.
    private Map<Topic, Long> covered = Map.of();

    public Connection(String id, Wire wire, FrameCodec codec, OutboxLimits limits, Instant openedAt) {
        this.id = id;
        this.wire = wire;
        this.codec = codec;
        this.outbox = new Outbox(limits);
        this.openedAt = openedAt;
        this.lastHeardAt = openedAt;
    }

    private record HeldPush(
            EncodedFrame frame,
            Push.Importance importance,
            @Nullable Topic topic,
            long revision) {}

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
        lastHeardAt = now;
        if (!heard) {
            codec = spoken;
            heard = true;
        }
        return codec == spoken;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Null until {@code session.open} has named the user. */
    public @Nullable SocketSession session() {
        return session;
    }

    /** Topics this connection is subscribed to; changed by the topic index only. */
    public Set<Topic> topics() {
        return topics;
    }

    public boolean isClosed() {
        return closed;
    }

    public Instant lastHeardAt() {
        return lastHeardAt;
    }

    public Instant sessionEndsAt() {
        return sessionEndsAt;
    }

    public void sessionEndsAt(Instant end) {
        sessionEndsAt = end;
    }

    /** Names the user; from here pushes are held back until {@link #release}. */
    public synchronized void beginSession(SocketSession opened) {
        session = opened;
        held = new ArrayList<>();
    }

    /** Takes the user away again after opening failed. */
    public synchronized void abandonSession() {
        session = null;
        held = null;
    }

    /**
     * Sends the answer to {@code session.open}, then what was held back and is not in it.
     *
     * @param covered per topic the revision up to which the answer holds everything
     */
    public boolean release(EncodedFrame answer, Map<Topic, Long> covered) {
        synchronized (this) {
            List<HeldPush> pushes = held == null ? List.of() : held;
            held = null;
            this.covered = new HashMap<>(covered);
            boolean fits = accept(answer, Push.Importance.DURABLE);
            for (HeldPush push : pushes) {
                boolean known = isCovered(push.topic, push.revision);
                fits = known ? fits : accept(push.frame, push.importance) && fits;
            }
            if (!fits) {
                return overflow();
            }
        }
        flush();
        return true;
    }

    /**
     * Queues a push.
     *
     * @param revision its number in the topic; 0 if it has none
     * @return false if the client was too slow and the connection ends
     */
    public boolean push(EncodedFrame frame, Push.Importance importance, @Nullable Topic topic, long revision) {
        synchronized (this) {
            if (held != null) {
                held.add(new HeldPush(frame, importance, topic, revision));
                return true;
            }
            if (!isCovered(topic, revision) && !accept(frame, importance)) {
                return overflow();
            }
        }
        flush();
        return true;
    }

    private boolean isCovered(@Nullable Topic topic, long revision) {
        if (topic == null || revision == 0) {
            return false;
        }
        Long upTo = covered.get(topic);
        if (upTo != null && revision > upTo) {
            covered.remove(topic);
        }
        return upTo != null && revision <= upTo;
    }

    /** Queues an answer; answers are never held back. */
    public boolean answer(EncodedFrame frame) {
        synchronized (this) {
            if (!accept(frame, Push.Importance.DURABLE)) {
                return overflow();
            }
        }
        flush();
        return true;
    }

    private boolean accept(EncodedFrame frame, Push.Importance importance) {
        return closed || outbox.offer(frame, importance) != Outbox.Offer.OVERFLOW;
    }

    private boolean overflow() {
        close(CloseCode.TOO_SLOW, "too much is waiting to be read");
        return false;
    }

    /** Ends the connection at once; what waits is dropped. */
    public void close(CloseCode code, String reason) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            outbox.clear();
        }
        codec.farewell(code).forEach(this::write);
        wire.close(code, reason);
    }

    /** Ends the connection after what waits has been written. */
    public void closeWhenWritten(CloseCode code, String reason) {
        synchronized (this) {
            if (!outbox.isEmpty()) {
                closeWhenWritten = code;
                closeReason = reason;
                return;
            }
        }
        close(code, reason);
    }

    /** The socket is gone, whoever ended it. */
    public synchronized void gone() {
        closed = true;
        outbox.clear();
    }

    private void flush() {
        List<EncodedFrame> chunk;
        synchronized (this) {
            chunk = closed ? List.of() : outbox.next();
        }
        if (!chunk.isEmpty()) {
            CompletionStage<?> last = null;
            for (EncodedFrame frame : codec.join(chunk)) {
                last = write(frame);
            }
            Objects.requireNonNull(last).whenComplete((done, failure) -> written());
        }
    }

    private CompletionStage<?> write(EncodedFrame frame) {
        return wire.write(frame.bytes(), codec.isBinary());
    }

    private void written() {
        CloseCode closing;
        synchronized (this) {
            outbox.written();
            closing = outbox.isEmpty() ? closeWhenWritten : null;
        }
        if (closing != null) {
            close(closing, closeReason);
        } else {
            flush();
        }
    }
}
