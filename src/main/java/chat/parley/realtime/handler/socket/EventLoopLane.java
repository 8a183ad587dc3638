package chat.parley.realtime.handler.socket;

import chat.parley.realtime.model.EncodedFrame;
import chat.parley.realtime.model.Lane;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/** One of Netty's event loops: what all its connections wrote in a turn is flushed at the end of it, each once. */
final class EventLoopLane extends Lane {
    private static final Logger LOG = Logger.getLogger(EventLoopLane.class);
    private static final Map<EventLoop, EventLoopLane> LANES = new ConcurrentHashMap<>();

    private final EventLoop loop;
    private final SharedBuffers buffers = new SharedBuffers();
    private final List<ChannelWire> unflushed = new ArrayList<>();

    private EventLoopLane(EventLoop loop) {
        this.loop = loop;
    }

    static EventLoopLane of(EventLoop loop) {
        return LANES.computeIfAbsent(loop, EventLoopLane::new);
    }

    @Override
    public boolean isCurrent() {
        return loop.inEventLoop();
    }

    @Override
    protected void schedule(Runnable turn) {
        try {
            loop.execute(turn);
        } catch (RejectedExecutionException e) {
            LOG.debugf("the server has stopped; what was to be sent is not: %s", e);
        }
    }

    /** The frame as it goes over the network; the caller releases it. */
    ByteBuf buffer(EncodedFrame frame, boolean binary) {
        return buffers.of(frame, binary);
    }

    void flushAtTheEnd(ChannelWire wire) {
        unflushed.add(wire);
        wake();
    }

    @Override
    protected void turnEnded() {
        // A flush may make room for more, which is written and added while this walks.
        for (int i = 0; i < unflushed.size(); i++) {
            unflushed.get(i).flush();
        }
        unflushed.clear();
        buffers.release();
    }

    @Override
    protected void failed(RuntimeException e) {
        LOG.error("a task on an event loop failed", e);
    }
}
