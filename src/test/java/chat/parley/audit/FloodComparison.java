package chat.parley.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * The others' p99 while one client floods, next to what it is otherwise. The two take turns, so that whatever else makes a
 * server faster or slower meets both.
 */
final class FloodComparison {
    private static final Duration TURN = Duration.ofSeconds(5);
    /** A sixth of the time, in which server and clients get up to speed, counts for nothing. */
    private static final int WARM_UP_SHARE = 6;

    private static final double MOST_SLOWED = 4.0 / 3;

    private final List<Histogram> without = new ArrayList<>();
    private final List<Histogram> with = new ArrayList<>();

    private FloodComparison() {}

    /** Takes about so long. */
    static FloodComparison take(Faults faults, Duration duration) throws InterruptedException {
        FloodComparison comparison = new FloodComparison();
        long end = System.nanoTime() + duration.toNanos();
        faults.leaveAlone(duration.dividedBy(WARM_UP_SHARE));
        do {
            comparison.without.add(faults.leaveAlone(TURN));
            comparison.with.add(faults.pour(TURN));
        } while (System.nanoTime() < end);
        return comparison;
    }

    /** Whether the flood changed the others' p99 by more than a third. */
    boolean isSlowed() {
        return ratio() > MOST_SLOWED;
    }

    private double ratio() {
        return (double) undisturbedP99(with) / Math.max(1, undisturbedP99(without));
    }

    /** In µs, of two thirds of the turns together: those in which something outside took the machine stay out. */
    private static long undisturbedP99(List<Histogram> turns) {
        Histogram together = new Histogram(3);
        turns.stream()
                .sorted(Comparator.comparing(FloodComparison::p99))
                .limit(Math.ceilDiv(2 * turns.size(), 3))
                .forEach(together::add);
        return p99(together);
    }

    // Where nothing arrived at all, everything took longer than the turn.
    private static long p99(Histogram turn) {
        return turn.getTotalCount() == 0
                ? TimeUnit.NANOSECONDS.toMicros(TURN.toNanos())
                : turn.getValueAtPercentile(99);
    }

    /** What came of it, and of each turn. */
    String turns() {
        return "%s; in turns of %d s, ms: %s; %s".formatted(this, TURN.toSeconds(), p99s(with), p99s(without));
    }

    private static String p99s(List<Histogram> turns) {
        return turns.stream().map(turn -> "%.0f".formatted(p99(turn) / 1e3)).collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "the others' p99 is %.1f ms while one client floods, and %.1f ms otherwise: %.2f times"
                .formatted(undisturbedP99(with) / 1e3, undisturbedP99(without) / 1e3, ratio());
    }
}
