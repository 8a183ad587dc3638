package chat.parley.realtime.handler.socket;

import chat.parley.realtime.model.Lane;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** An event loop, by the framework's own means. */
final class ContextLane extends Lane {
    private static final Logger LOG = Logger.getLogger(ContextLane.class);
    private static final Map<Thread, ContextLane> LANES = new ConcurrentHashMap<>();

    private final Thread thread;
    private final Context context;

    private ContextLane(Thread thread) {
        this.thread = thread;
        this.context = VertxContext.getRootContext(Vertx.currentContext());
    }

    /** The caller's event loop. */
    static ContextLane current() {
        return LANES.computeIfAbsent(Thread.currentThread(), ContextLane::new);
    }

    @Override
    public boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    @Override
    protected void schedule(Runnable turn) {
        context.runOnContext(ignored -> turn.run());
    }

    @Override
    protected void turnEnded() {
        // The framework flushes every write by itself.
    }

    @Override
    protected void failed(RuntimeException e) {
        LOG.error("a task on an event loop failed", e);
    }
}
