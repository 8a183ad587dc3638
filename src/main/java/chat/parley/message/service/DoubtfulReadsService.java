package chat.parley.message.service;

import chat.parley.room.ReadPosition;
import chat.parley.room.ReadPositions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Finds read positions that moved without everybody hearing of it: another node died between its commit and the news, or
 * the database's answer to our own commit was lost.
 */
@ApplicationScoped
public class DoubtfulReadsService {
    /** What began before the time in question may have been committed in it. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final ReadPositions positions;
    private final Clock clock;
    private final AtomicReference<@Nullable Instant> inDoubtSince = new AtomicReference<>();

    DoubtfulReadsService(ReadPositions positions, Clock clock) {
        this.positions = positions;
        this.clock = clock;
    }

    /** A transaction that moved a position did not say how it ended. */
    public void doubt() {
        doubt(clock.instant());
    }

    /** What moved since then may not be known. */
    public void doubt(Instant since) {
        inDoubtSince.accumulateAndGet(since, (known, other) -> known == null || other.isBefore(known) ? other : known);
    }

    /** The moment since when there is a doubt; null if there is none. From here there is none. */
    public @Nullable Instant takeDoubt() {
        return inDoubtSince.getAndSet(null);
    }

    /** What moved in this time until now, and somewhat before. */
    @Transactional
    public List<ReadPosition> movedWithin(Duration time) {
        return positions.movedWithin(time.plus(SLACK));
    }

    /** What moved since there is a doubt. */
    @Transactional
    public List<ReadPosition> movedSince(Instant doubt) {
        return positions.movedWithin(Duration.between(doubt, clock.instant()).plus(SLACK));
    }
}
