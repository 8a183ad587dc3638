package chat.parley.realtime.service;

import java.util.concurrent.TimeUnit;

/**
 * When what is pushed to one topic's connections leaves. Where many listen, the system call for each of them is what a
 * message costs, and two that leave together cost about as much as one. A topic that was quiet is flushed at once; one
 * that is not rests after each flush about eight times as long as that took, and so uses an eighth of a processor
 * however much is said. Times are those of {@link System#nanoTime()}. One lane only.
 */
final class FlushPace {
    /** Where fewer listen, resting would take longer than it saves. */
    static final int MANY = 100;

    /** Eight times the 8 to 9 microseconds that a small write takes, measured. */
    private static final long REST_NANOS_PER_CONNECTION = TimeUnit.MICROSECONDS.toNanos(70);

    /** Longer than this would be noticed. */
    private static final long MAX_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** The last flush, or the next one if it is still to come. */
    private long flush;

    private boolean flushed;

    /**
     * When what is pushed now leaves: now, or together with what is pushed until then.
     *
     * @param connections how many listen
     */
    long flushAt(long now, int connections) {
        if (flushed && flush - now > 0) {
            return flush;
        }
        long rest = Math.min(connections * REST_NANOS_PER_CONNECTION, MAX_REST_NANOS);
        boolean busy = flushed && now - flush < 2 * rest;
        // What is said in a burst arrives one after the other; a busy topic waits for the rest of it.
        flush = busy ? Math.max(flush + rest, now + rest / 8) : now;
        flushed = true;
        return flush;
    }
}
