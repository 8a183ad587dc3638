package chat.parley.message.repository;

import java.util.concurrent.TimeUnit;

/**
 * When the writer takes its next batch. Whoever writes alone is committed at once. In a crowd a batch begins a while
 * after the one before, as a transaction costs much the same whatever is in it: without that, a quick writer commits
 * three messages at a time, and spends the processor that the deliveries wait for. And when a crowd was there lately, the
 * first message after a silence waits a moment for the others: a burst is one batch and not two. Times are those of
 * {@link System#nanoTime()}. The writer's thread only.
 */
final class BatchPace {
    /** So many messages that were waiting together are a crowd. */
    static final int CROWD = 3;

    /** From the beginning of a crowd's batch to that of the next. Nobody notices it, and it halves what they cost. */
    static final long NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** What one connection sent at once, or what many said to the same thing, has arrived after this. */
    static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(3);

    /** So long after a crowd's batch another crowd is likely. */
    static final long LATELY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private long nextAt;
    private long crowdUntil;
    private boolean crowd;
    private boolean crowdLately;

    void began(long now, int entries) {
        crowd = entries >= CROWD;
        nextAt = now + NANOS;
        if (crowd) {
            crowdLately = true;
            crowdUntil = now + LATELY_NANOS;
        }
    }

    /** For how long to gather from now on; zero or less: not at all. */
    long rest(long now) {
        return crowd ? nextAt - now : 0;
    }

    /** For how long a first message waits for others, if none are there yet; zero: not at all. */
    long moment(long now) {
        crowdLately &= crowdUntil - now > 0;
        return crowdLately ? MOMENT_NANOS : 0;
    }
}
