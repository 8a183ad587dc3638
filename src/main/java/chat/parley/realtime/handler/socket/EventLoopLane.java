package chat.parley.realtime.handler.socket;

import chat.parley.realtime.model.Lane;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * One of Netty's event loops: what all its connections wrote in a turn is flushed at the end of it, each once, or together
 * with what they write in later turns.
 */
final class EventLoopLane extends Lane {
    private static final Logger LOG = Logger.getLogger(EventLoopLane.class);
    private static final Map<EventLoop, EventLoopLane> LANES = new ConcurrentHashMap<>();

    private final EventLoop loop;
    private final Departure turnEnd = new Departure(0);
    private final Map<Long, Departure> later = new HashMap<>();
    private final List<FrameChain> written = new ArrayList<>();
    private Departure next = turnEnd;
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
        return chain.bytes(written);
    }

    /** When what is written now leaves. */
    Departure departure() {
        return next;
    }

    /** At the end of this turn. */
    Departure soonest() {
        return turnEnd;
    }

    @Override
    public void leavingAt(long at, Runnable work) {
        next = later.computeIfAbsent(at, this::timed);
        try {
            work.run();
        } finally {
            next = turnEnd;
        }
    }

    private Departure timed(long at) {
        Departure departure = new Departure(at);
        try {
            loop.schedule(() -> execute(() -> depart(departure)), at - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debugf("the server has stopped; what was to be sent is not: %s", e);
        }
        return departure;
    }

    private void depart(Departure departure) {
        later.remove(departure.at);
        departure.flush();
    }

    @Override
    protected void turnEnded() {
        turnEnd.flush();
        written.forEach(FrameChain::forgetBytes);
        written.clear();
        root = FrameChain.root();
    }

    /** Sockets that are flushed together, each once. */
    final class Departure {
        private final long at;
        private final List<ChannelWire> wires = new ArrayList<>();

        private Departure(long at) {
            this.at = at;
        }

        boolean isBefore(Departure other) {
            return other != turnEnd && (this == turnEnd || at - other.at < 0);
        }

        void add(ChannelWire wire) {
            wires.add(wire);
            if (this == turnEnd) {
                wake();
            }
        }

        private void flush() {
            // A flush may make room for more, which is written and added while this walks.
            for (int i = 0; i < wires.size(); i++) {
                wires.get(i).flush(this);
            }
            wires.clear();
        }
    }

    @Override
    protected void failed(RuntimeException e) {
        LOG.error("a task on an event loop failed", e);
    }
}
