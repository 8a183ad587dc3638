package chat.parley.realtime.handler.socket;

import java.util.concurrent.TimeUnit;

/**
 * How often one client may speak: so many frames a second, and twice as many at once. Who goes on after being refused
 * gets into debt, and who is a second's worth in debt abuses it. Not thread-safe.
 */
final class FrameBudget {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final int perSecond;
    private double left;
    private long countedAt;

    FrameBudget(int perSecond) {
        this.perSecond = perSecond;
        this.left = 2.0 * perSecond;
    }

    enum Verdict {
        FINE,
        REFUSED,
        ABUSE
    }

    /** Takes one frame at a time of {@link System#nanoTime}. */
    Verdict take(long now) {
        if (countedAt != 0) {
            left = Math.min(2.0 * perSecond, left + (now - countedAt) / NANOS * perSecond);
        }
        countedAt = now;
        left--;
        if (left >= 0) {
            return Verdict.FINE;
        }
        return left > -perSecond ? Verdict.REFUSED : Verdict.ABUSE;
    }
}
