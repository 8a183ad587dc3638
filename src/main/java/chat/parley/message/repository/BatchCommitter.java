package chat.parley.message.repository;

import chat.parley.message.model.Appended;
import chat.parley.message.model.Message;
import chat.parley.message.repository.BatchTransaction.Mode;
import chat.parley.message.repository.BatchTransaction.Result;
import chat.parley.room.RoomId;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Commits a batch, or finds out which of its entries cannot be committed: one bad entry fails alone. Used by the
 * writer's thread only.
 *
 * <p>When the connection breaks during the commit, nobody knows whether it happened. So the batch is run once more and
 * looks for its own messages. If the database stays away, the senders are told to try again, and what is in
 * {@link Doubt} is looked for as soon as the database is back: what was stored is announced in any case.
 */
@ApplicationScoped
class BatchCommitter {
    private static final Logger LOG = Logger.getLogger(BatchCommitter.class);
    private static final int MAX_ATTEMPTS = 5;
    private static final int WARY_BATCHES = 64;
    private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final LogConnection connection;
    private final BatchTransaction transaction;
    private final BatchReads reads;
    private final LogMetrics metrics;
    private final Doubt doubt = new Doubt();

    // Rooms that others held for too long. Batches wait for them now and then only: it is waiting that gives a turn.
    private final Set<RoomId> busy = new HashSet<>();
    private long lastWaited = System.nanoTime();

    // Repeats come in swarms, after an interruption: for so many batches they are looked for before inserting.
    private int wary;

    BatchCommitter(LogConnection connection, BatchTransaction transaction, BatchReads reads, LogMetrics metrics) {
        this.connection = connection;
        this.transaction = transaction;
        this.reads = reads;
        this.metrics = metrics;
    }

    /** Whether there is something to {@link #settle}. */
    boolean isInDoubt() {
        return !doubt.isEmpty();
    }

    /** Finds out about what is in doubt; returns what turns out to be stored, for each room in the log's order. */
    List<Message> settle() {
        try {
            return settleNow();
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("still in doubt: %s", e);
            connection.discard();
            return List.of();
        }
    }

    private List<Message> settleNow() throws SQLException {
        if (doubt.isEmpty()) {
            return List.of();
        }
        Connection open = connection.get();
        // Whoever is still committing these messages holds the rooms.
        Set<RoomId> rooms = doubt.rooms();
        rooms.removeAll(reads.lockFreeRooms(open, rooms).keySet());
        Set<RoomId> held = reads.existing(open, rooms);
        Map<ClientKey, Message> stored = reads.stored(open, doubt.keys());
        open.commit();
        return doubt.settle(stored.values(), held);
    }

    /** Never throws. */
    BatchOutcome commit(List<LogEntry> batch) {
        List<Message> committed = new ArrayList<>();
        try {
            // First, so that a room's messages are announced in their order.
            committed.addAll(settleNow());
        } catch (SQLException | RuntimeException e) {
            connection.discard();
            return new Attempts(batch).giveUp(Failure.UNAVAILABLE, e);
        }
        BatchOutcome outcome = new Attempts(batch).commit();
        committed.addAll(outcome.committed());
        return new BatchOutcome(committed, outcome.outcomes(), outcome.deferred(), outcome.databaseAway());
    }

    /** One batch on its way into the log. */
    private final class Attempts {
        private final List<LogEntry> batch;
        private final Doubt ownDoubt;
        private boolean lookForRepeats;
        private boolean waitForRooms;
        private boolean reconnected;
        private List<Message> committing = List.of();

        Attempts(List<LogEntry> batch) {
            this.batch = batch;
            ownDoubt = doubt.take(
                    batch.stream().map(entry -> ClientKey.of(entry.message())).collect(Collectors.toSet()));
            lookForRepeats = wary > 0 || !ownDoubt.isEmpty();
            wary = Math.max(0, wary - 1);
            waitForRooms = mayWait();
        }

        /** Not for a room that let us wait in vain, unless no other suffers from it, or we have not tried for long. */
        private boolean mayWait() {
            long busyEntries = batch.stream()
                    .filter(entry -> busy.contains(entry.roomId()))
                    .count();
            boolean wait =
                    busyEntries == 0 || busyEntries == batch.size() || System.nanoTime() - lastWaited > STUCK_NANOS;
            if (wait && busyEntries > 0) {
                lastWaited = System.nanoTime();
            }
            return wait;
        }

        BatchOutcome commit() {
            for (int attempt = 1; ; attempt++) {
                long start = System.nanoTime();
                try {
                    return commitOnce();
                } catch (SQLException | RuntimeException e) {
                    boolean stuck = System.nanoTime() - start > STUCK_NANOS;
                    Failure failure = Failure.of(e);
                    boolean again = committing.isEmpty() ? afterRollBack(failure, stuck) : afterBrokenCommit(stuck);
                    if (!again || attempt == MAX_ATTEMPTS) {
                        return giveUp(failure, e);
                    }
                    metrics.repeated();
                }
            }
        }

        private BatchOutcome commitOnce() throws SQLException {
            Connection open = connection.get();
            Result result = transaction.run(open, batch, new Mode(lookForRepeats, waitForRooms));
            committing = result.inserted();
            open.commit();
            committing = List.of();
            if (!waitForRooms || !busy.isEmpty()) {
                batch.forEach(entry -> busy.remove(entry.roomId()));
                result.deferred().forEach(entry -> busy.add(entry.roomId()));
            }
            return ownDoubt.isEmpty()
                    ? new BatchOutcome(result.inserted(), result.outcomes(), result.deferred(), false)
                    : afterDoubt(result);
        }

        /** What an earlier attempt had stored without our hearing of it is no repeat. */
        private BatchOutcome afterDoubt(Result result) {
            Set<Message> inserted = Set.copyOf(result.inserted());
            Set<Message> found = new HashSet<>();
            List<Outcome> outcomes = new ArrayList<>(result.outcomes().size());
            for (Outcome outcome : result.outcomes()) {
                Appended appended = outcome.appended();
                if (appended != null
                        && !inserted.contains(appended.message())
                        && ownDoubt.isAbout(appended.message())
                        && found.add(appended.message())) {
                    outcomes.add(Outcome.stored(outcome.entry(), new Appended(appended.message(), false)));
                } else {
                    outcomes.add(outcome);
                }
            }
            Set<RoomId> held = result.deferred().stream().map(LogEntry::roomId).collect(Collectors.toSet());
            List<Message> committed = new ArrayList<>(ownDoubt.settle(found, held));
            doubt.addAll(ownDoubt);
            committed.addAll(result.inserted());
            return new BatchOutcome(committed, outcomes, result.deferred(), false);
        }

        private boolean afterBrokenCommit(boolean stuck) {
            ownDoubt.add(committing);
            committing = List.of();
            lookForRepeats = true;
            // Whether or not it went through, this tells by waiting for its locks.
            waitForRooms = true;
            return reconnect(stuck);
        }

        private boolean reconnect(boolean stuck) {
            connection.discard();
            boolean first = !reconnected;
            reconnected = true;
            return first && !stuck;
        }

        private boolean afterRollBack(Failure failure, boolean stuck) {
            if (failure == Failure.UNAVAILABLE) {
                return reconnect(stuck);
            }
            connection.rollBack();
            switch (failure) {
                case DUPLICATE -> {
                    lookForRepeats = true;
                    wary = WARY_BATCHES;
                }
                case LOCK_WAIT -> {
                    waitForRooms = false;
                    lastWaited = System.nanoTime();
                }
                default -> {}
            }
            return failure != Failure.REFUSED;
        }

        private BatchOutcome giveUp(Failure failure, Exception e) {
            doubt.addAll(ownDoubt);
            boolean away = failure == Failure.UNAVAILABLE || !ownDoubt.isEmpty();
            if (away || failure == Failure.DEADLOCK || failure == Failure.LOCK_WAIT) {
                LOG.warnf("%d messages could not be stored, their senders are told to try again: %s", batch.size(), e);
                metrics.failed(batch.size());
                return refused(unavailable(), away);
            }
            if (batch.size() == 1) {
                LOG.error("a message could not be stored", e);
                return refused(ParleyException.causedBy(RequestError.INTERNAL, e), false);
            }
            LOG.warnf("a batch of %d was refused (%s); its messages are stored one by one", batch.size(), e);
            return oneByOne();
        }

        private BatchOutcome oneByOne() {
            List<Message> committed = new ArrayList<>();
            List<Outcome> outcomes = new ArrayList<>();
            List<LogEntry> deferred = new ArrayList<>();
            boolean away = false;
            for (LogEntry entry : batch) {
                BatchOutcome single = new Attempts(List.of(entry)).commit();
                committed.addAll(single.committed());
                outcomes.addAll(single.outcomes());
                deferred.addAll(single.deferred());
                away = single.databaseAway();
            }
            return new BatchOutcome(committed, outcomes, deferred, away);
        }

        private BatchOutcome refused(ParleyException reason, boolean away) {
            List<Outcome> outcomes =
                    batch.stream().map(entry -> Outcome.refused(entry, reason)).toList();
            return new BatchOutcome(List.of(), outcomes, List.of(), away);
        }
    }

    private static ParleyException unavailable() {
        return ParleyException.retryAfter(RequestError.UNAVAILABLE, RETRY_AFTER);
    }
}
