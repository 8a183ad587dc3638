package chat.parley.realtime.handler.socket;

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
    private final List<ChannelWire> unflushed = new ArrayList<>();
    private final List<ByteBuf> buffers = new ArrayList<>();
    private FrameChain root = FrameChain.root();

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

    /** Where what is written in this turn begins. */
    FrameChain nothingYet() {
        return root;
    }

    /** The chain as it goes over the network; the caller releases it. */
    ByteBuf bytes(FrameChain chain) {
        return chain.bytes(buffers);
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
        buffers.forEach(ByteBuf::release);
        buffers.clear();
        root = FrameChain.root();
    }

    @Override
    protected void failed(RuntimeException e) {
        LOG.error("a task on an event loop failed", e);
    }
}
