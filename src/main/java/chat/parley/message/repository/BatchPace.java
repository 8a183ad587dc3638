package chat.parley.message.repository;

import java.util.concurrent.TimeUnit;

/**
 * When the writer takes its next batch. Whoever writes alone is committed at once. In a crowd a batch begins a while
 * after the one before, as a transaction costs much the same whatever is in it: without that, a quick writer commits
 * three messages at a time, and spends the processor that the deliveries wait for. Times are those of
 * {@link System#nanoTime()}. The writer's thread only.
 */
final class BatchPace {
    /** So many messages that were waiting together are a crowd. */
    static final int CROWD = 3;

    /** From the beginning of a crowd's batch to that of the next. Nobody notices it, and it halves what they cost. */
    static final long NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private long nextAt;
    private boolean crowd;

    void began(long now, int entries) {
        crowd = entries >= CROWD;
        nextAt = now + NANOS;
    }

    /** For how long to gather from now on; zero or less: not at all. */
    long rest(long now) {
        return crowd ? nextAt - now : 0;
    }
}
