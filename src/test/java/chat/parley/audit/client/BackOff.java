package chat.parley.audit.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Half a second, doubling up to a limit, of which a random share is waited each time. */
final class BackOff {
    private static final Duration FIRST = Duration.ofMillis(500);

    private final Duration longest;
    private final RandomGenerator random;
    private int failures;

    private BackOff(Duration longest, RandomGenerator random) {
        this.longest = longest;
        this.random = random;
    }

    /** Between two connections. */
    static BackOff ofConnections(RandomGenerator random) {
        return new BackOff(Duration.ofSeconds(30), random);
    }

    /** Between two requests on a connection that stands; somebody may be looking at the screen. */
    static BackOff ofRequests(RandomGenerator random) {
        return new BackOff(Duration.ofSeconds(4), random);
    }

    Duration next() {
        long limit = Math.min(longest.toMillis(), FIRST.toMillis() << Math.min(failures, 10));
        failures++;
        return Duration.ofMillis(random.nextLong(limit + 1));
    }

    void reset() {
        failures = 0;
    }
}
