package chat.parley.realtime.model;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that does the work of many connections, with the tasks that wait for it. They run in the order they
 * came, many to a turn; what they write leaves at the end of the turn, so that a busy connection costs one system call
 * and not one for each message.
 */
public abstract class Lane implements Executor {
    /** A turn ends after so many tasks, for what was written to leave and for others to be read. */
    private static final int TASKS_PER_TURN = 64;

    private static final ThreadLocal<@Nullable Set<Lane>> ASLEEP = new ThreadLocal<>();

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean awake = new AtomicBoolean();

    /** Whether the caller runs on this lane. */
    public abstract boolean isCurrent();

    /** Has the turn run on the lane's thread, soon. */
    protected abstract void schedule(Runnable turn);

    /** What was written leaves. */
    protected abstract void turnEnded();

    /** A task threw; the others go on. */
    protected abstract void failed(RuntimeException e);

    /**
     * Does the work, and only then wakes the lanes it gave tasks to: what belongs together leaves together. A lane that
     * is awake anyway does not wait.
     */
    public static void together(Runnable work) {
        if (ASLEEP.get() != null) {
            work.run();
            return;
        }
        Set<Lane> asleep = Collections.newSetFromMap(new IdentityHashMap<>());
        ASLEEP.set(asleep);
        try {
            work.run();
        } finally {
            ASLEEP.remove();
            asleep.forEach(Lane::wake);
        }
    }

    @Override
    public final void execute(Runnable task) {
        tasks.add(task);
        Set<Lane> asleep = ASLEEP.get();
        if (asleep == null) {
            wake();
        } else {
            asleep.add(this);
        }
    }

    /** Does it at once if the caller is on this lane. */
    public final void run(Runnable task) {
        if (isCurrent()) {
            task.run();
        } else {
            execute(task);
        }
    }

    /**
     * Does the work, on the lane; what it writes may leave as late as that. What is written to the same connection with
     * less patience takes it along, so that the order holds.
     *
     * @param at of {@link System#nanoTime()}
     */
    public void leavingAt(long at, Runnable work) {
        work.run();
    }

    /** Makes sure that a turn comes. */
    protected final void wake() {
        if (awake.compareAndSet(false, true)) {
            schedule(this::turn);
        }
    }

    private void turn() {
        Runnable task = tasks.poll();
        for (int done = 0; task != null; task = ++done < TASKS_PER_TURN ? tasks.poll() : null) {
            try {
                task.run();
            } catch (RuntimeException e) {
                failed(e);
            }
        }
        turnEnded();
        awake.set(false);
        if (!tasks.isEmpty()) {
            wake();
        }
    }
}
