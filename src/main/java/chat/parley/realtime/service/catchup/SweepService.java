package chat.parley.realtime.service.catchup;

import chat.parley.realtime.service.node.NodeMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Compares what is served here with the database and puts right what differs: at once after an interruption, all the
 * time while the bus is away, and now and then anyway.
 */
@ApplicationScoped
public class SweepService {
    private static final Logger LOG = Logger.getLogger(SweepService.class);
    private static final int PEOPLE_WHILE_DOWN_SECONDS = 5;
    private static final int ROUTINE_SECONDS = 30;

    private final MissedChangesService changes;
    private final MissedMovesService moves;
    private final NodeMetrics metrics;
    private final ReentrantLock sweeping = new ReentrantLock();
    private final AtomicBoolean requested = new AtomicBoolean();
    private long seconds;

    SweepService(MissedChangesService changes, MissedMovesService moves, NodeMetrics metrics) {
        this.changes = changes;
        this.moves = moves;
        this.metrics = metrics;
    }

    /** Sweeps soon, on a thread of its own; requests that come meanwhile are one. */
    void request() {
        if (!requested.getAndSet(true)) {
            Thread.ofVirtual().name("node-sweep").start(this::sweepAsRequested);
        }
    }

    private void sweepAsRequested() {
        sweep(() -> {
            requested.set(false);
            changes.catchUp();
            moves.repair();
        });
    }

    /** Once a second; reads the database only when there is a reason to. */
    void tick(boolean down) {
        seconds++;
        boolean routine = seconds % ROUTINE_SECONDS == 0;
        if (down) {
            sweep(changes::catchUp);
        } else {
            changes.catchUpSuspects();
            if (routine) {
                sweep(changes::suspect);
            }
        }
        if (routine || down && seconds % PEOPLE_WHILE_DOWN_SECONDS == 0) {
            sweep(moves::repair);
        }
    }

    private void sweep(Runnable work) {
        sweeping.lock();
        try {
            metrics.swept();
            work.run();
        } catch (RuntimeException e) {
            LOG.warnf("a comparison with the database failed and will be repeated: %s", e);
        } finally {
            sweeping.unlock();
        }
    }
}
