package chat.parley.audit.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Half a second, doubling to 30, of which a random share is waited each time. */
final class BackOff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final RandomGenerator random;
    private int failures;

    BackOff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        long limit = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures, 10));
        failures++;
        return Duration.ofMillis(random.nextLong(limit + 1));
    }

    void reset() {
        failures = 0;
    }
}
