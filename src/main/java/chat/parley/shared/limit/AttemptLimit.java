package chat.parley.shared.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Lets each key make a number of attempts at once and gives them back evenly over a period (a token bucket). Remembers
 * a bounded number of keys: an attacker who makes up names cannot fill the memory.
 */
public final class AttemptLimit {
    private final Clock clock;
    private final int attempts;
    private final Duration perAttempt;
    private final RecentMap<String, Bucket> buckets;

    public AttemptLimit(Clock clock, int attempts, Duration period, int maxKeys) {
        this.clock = clock;
        this.attempts = attempts;
        this.perAttempt = period.dividedBy(attempts);
        this.buckets = new RecentMap<>(maxKeys);
    }

    /** Takes one attempt and returns zero, or how long to wait when none is left. */
    public Duration take(String key) {
        Instant now = clock.instant();
        return buckets.update(key, bucket -> next(bucket, now)).missing();
    }

    /** Gives the key all its attempts back. */
    public void forget(String key) {
        buckets.remove(key);
    }

    // The bucket is kept as the time at which it is full again; each attempt moves that time away.
    private Bucket next(@Nullable Bucket bucket, Instant now) {
        Instant fullAt = bucket == null || bucket.fullAt().isBefore(now) ? now : bucket.fullAt();
        Instant after = fullAt.plus(perAttempt);
        Duration missing = Duration.between(now.plus(perAttempt.multipliedBy(attempts)), after);
        return missing.isPositive() ? new Bucket(fullAt, missing) : new Bucket(after, Duration.ZERO);
    }

    private record Bucket(Instant fullAt, Duration missing) {}
}
