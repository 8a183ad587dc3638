package chat.parley.realtime.handler.socket;

import chat.parley.realtime.model.CloseCode;
import chat.parley.realtime.model.EncodedFrame;
import chat.parley.realtime.model.Lane;
import chat.parley.realtime.model.Wire;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.VoidChannelPromise;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes finished frames below the framework's encoder, many to one system call. The framework's own writes, such as
 * its close frame, go through the same queue of the same event loop, so that the order holds; and TLS is further below.
 */
final class ChannelWire implements Wire {
    private static final Logger LOG = Logger.getLogger(ChannelWire.class);
    private static final long CUT_AFTER_SECONDS = 5;

    /** More than this waits for nothing, so that the channel's own limits see it. */
    private static final int CHAIN_BYTES = 16 * 1024;

    private final WebSocketConnection socket;
    private final ChannelHandlerContext encoder;
    private final ChannelPromise nobodyWaits;
    private final EventLoopLane lane;
    private Runnable listener = () -> {};
    private @Nullable FrameChain chain;
    private EventLoopLane.@Nullable Departure leaves;
    private boolean cutting;

    /** Writes go from the encoder on, past it. */
    ChannelWire(WebSocketConnection socket, ChannelHandlerContext encoder) {
        this.socket = socket;
        this.encoder = encoder;
        this.nobodyWaits = new VoidChannelPromise(encoder.channel(), false);
        this.lane = EventLoopLane.of(encoder.channel().eventLoop());
    }

    @Override
    public Lane lane() {
        return lane;
    }

    @Override
    public void whenRoom(Runnable action) {
        listener = action;
    }

    @Override
    public boolean hasRoom() {
        return encoder.channel().isWritable();
    }

    /** The channel's queue grew or shrank. */
    void roomChanged() {
        if (hasRoom()) {
            listener.run();
        }
    }

    /** Answers a ping; a client that does not read what it asked for gets none. */
    void pong(ByteBuf content) {
        if (hasRoom()) {
            handOver();
            encoder.channel().write(new PongWebSocketFrame(content.retain()), nobodyWaits);
            leaveWith(lane.soonest());
        }
    }

    @Override
    public void write(EncodedFrame frame, boolean binary) {
        FrameChain written = chain == null ? lane.nothingYet() : chain;
        chain = written.then(frame, binary);
        if (chain.size() > CHAIN_BYTES) {
            handOver();
            leaveWith(lane.soonest());
        }
        leaveWith(lane.departure());
    }

    /** What was written goes into the channel's queue, behind which the framework's own writes come. */
    void handOver() {
        FrameChain written = chain;
        if (written != null) {
            chain = null;
            encoder.write(lane.bytes(written), nobodyWaits);
        }
    }

    private void leaveWith(EventLoopLane.Departure departure) {
        if (leaves == null || departure.isBefore(leaves)) {
            leaves = departure;
            departure.add(this);
        }
    }

    /** The departure is due; nothing happens if what waited for it has left with an earlier one. */
    void flush(EventLoopLane.Departure due) {
        if (leaves == due) {
            leaves = null;
            handOver();
            encoder.flush();
        }
    }

    @Override
    public void close(CloseCode code, String reason) {
        LOG.debugf("closing %s with %d: %s", socket.id(), code.number(), reason);
        handOver();
        if (socket.isOpen()) {
            socket.close(new CloseReason(code.number(), reason))
                    .subscribe()
                    .with(done -> {}, e -> LOG.debugf("closing %s failed: %s", socket.id(), e));
        }
        cutSoon();
    }

    @Override
    public void cutSoon() {
        if (!cutting && encoder.channel().isActive()) {
            cutting = true;
            encoder.executor().schedule(this::cut, CUT_AFTER_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** From the encoder down: the framework would wait for a client that does not read. */
    @Override
    public void cut() {
        encoder.close();
    }
}
