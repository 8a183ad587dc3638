package chat.parley.realtime.model;

import chat.parley.realtime.Push;
import chat.parley.realtime.Topic;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way to one client: what is sent leaves in order, waits in bounds when the network is slow, and is held back while a
 * session is opened. Any thread may call; unless it says otherwise, a method's work is done on the lane, in the order of the
 * calls.
 */
final class Outbound {
    private final Wire wire;
    private final OutboxLimits limits;

    private volatile FrameCodec codec;
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

    Outbound(Wire wire, FrameCodec codec, OutboxLimits limits) {
        this.wire = wire;
        this.codec = codec;
        this.limits = limits;
        wire.whenRoom(this::drain);
    }

    Lane lane() {
        return wire.lane();
    }

    FrameCodec codec() {
        return codec;
    }

    void codec(FrameCodec spoken) {
        codec = spoken;
    }

    boolean isClosed() {
        return gone || closedWith != null;
    }

    @Nullable
    CloseCode closedWith() {
        return closedWith;
    }

    boolean isBackedUp() {
        return backedUp;
    }

    void whenDrained(Runnable listener) {
        drained = listener;
    }

    void progressed() {
        progressed = true;
    }

    boolean takeProgress() {
        boolean taken = progressed;
        if (taken) {
            progressed = false;
        }
        return taken;
    }

    void hold() {
        holding = true;
    }

    /** Forgets what was held back, and holds back no more. */
    void stopHolding() {
        holding = false;
        lane().run(() -> held = null);
    }

    void release(EncodedFrame answer, Map<Topic, Long> covers, Topic[] topics) {
        lane().run(() -> releaseNow(answer, new Coverage(covers, topics)));
    }

    private void releaseNow(EncodedFrame answer, Coverage coverage) {
        HeldPushes pushes = held;
        held = null;
        holding = false;
        covered = coverage;
        accept(answer, Push.Importance.DURABLE);
        if (pushes != null) {
            pushes.forEach(push -> pushNow(push.frame(), push.importance(), push.topic(), push.revision()));
        }
    }

    /** For callers on the lane. */
    Delivery pushNow(EncodedFrame frame, Push.Importance importance, @Nullable Topic topic, long revision) {
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

    void answer(EncodedFrame frame) {
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

    void close(CloseCode code, String reason) {
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

    void closeWhenWritten(CloseCode code, String reason) {
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

    void cut() {
        lane().run(wire::cut);
    }

    void gone() {
        gone = true;
        lane().run(this::forgetWhatWaits);
    }

    private void forgetWhatWaits() {
        outbox = null;
        held = null;
    }
}
