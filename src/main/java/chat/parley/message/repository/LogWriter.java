package chat.parley.message.repository;

import chat.parley.message.MessageError;
import chat.parley.message.model.Appended;
import chat.parley.message.model.NewMessage;
import chat.parley.message.port.MessageConfig;
import chat.parley.shared.error.ErrorCode;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of this node. It takes whatever waits and commits it as one transaction while the next batch gathers:
 * an idle server commits a single message at once, a busy one commits hundreds with one write to the disk. In a crowd it
 * gathers for a moment, see {@link BatchPace}.
 */
@ApplicationScoped
class LogWriter {
    private static final Logger LOG = Logger.getLogger(LogWriter.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final long STOP_PATIENCE_SECONDS = 20;
    private static final long SETTLE_INTERVAL_MILLIS = 1_000;
    private static final long DEFER_MILLIS = 5;

    /** Wakes the thread for the last time. */
    @SuppressWarnings("NullAway") // only its identity counts
    private static final LogEntry STOP = new LogEntry(null, new CompletableFuture<>(), 0);

    private final BatchCommitter committer;
    private final OutcomeTeller teller;
    private final SendOrder order;
    private final BlockingQueue<LogEntry> queue;
    private final int batchMax;
    private final LogMetrics metrics;
    private final Thread thread = Thread.ofPlatform().name("parley-log-writer").unstarted(this::write);
    private volatile boolean stopping;

    private final BatchPace pace = new BatchPace();

    // What could not be decided yet stands before what waits. The writer's thread only, like the next one.
    private List<LogEntry> deferred = List.of();
    private boolean stopped;

    LogWriter(
            BatchCommitter committer, OutcomeTeller teller, SendOrder order, MessageConfig config, LogMetrics metrics) {
        this.committer = committer;
        this.teller = teller;
        this.order = order;
        this.queue = new LinkedBlockingQueue<>(config.queueMaxEntries());
        this.batchMax = config.batchMaxEntries();
        this.metrics = metrics;
        metrics.watch(queue);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    /** Late in the shutdown, after the sockets were sent away: finishes what was accepted. */
    void stop(@Observes @Priority(5000) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        queue.put(STOP);
        thread.join(Duration.ofSeconds(STOP_PATIENCE_SECONDS));
        refuseAll(takeAll());
        teller.stop(STOP_PATIENCE_SECONDS);
    }

    CompletionStage<Appended> append(NewMessage message) {
        if (stopping || order.holdsBack(message)) {
            return CompletableFuture.failedStage(tryAgain(RequestError.UNAVAILABLE));
        }
        LogEntry entry = LogEntry.of(message);
        order.begins(message);
        if (!queue.offer(entry)) {
            order.failed(message);
            metrics.refusedFull();
            return CompletableFuture.failedStage(tryAgain(MessageError.QUEUE_FULL));
        }
        // A message before it may have failed since, and what had waited behind that one was sent away without this.
        if (order.holdsBack(message) && queue.remove(entry)) {
            return CompletableFuture.failedStage(tryAgain(RequestError.UNAVAILABLE));
        }
        if (stopping && !thread.isAlive()) {
            refuseAll(takeAll());
        }
        return entry.outcome();
    }

    private void write() {
        while (!stopped || !deferred.isEmpty()) {
            try {
                List<LogEntry> batch = next();
                if (!batch.isEmpty()) {
                    commit(batch);
                } else if (committer.isInDoubt()) {
                    teller.tell(committer.settle(), List.of());
                }
            } catch (InterruptedException e) {
                LOG.warn("the log's writer does not stop on interruption; it stops with the server");
            }
        }
    }

    /** Waits for the next batch; empty if there is something to do without one. */
    private List<LogEntry> next() throws InterruptedException {
        if (deferred.isEmpty() && !stopping) {
            TimeUnit.NANOSECONDS.sleep(pace.rest(System.nanoTime()));
        }
        LogEntry first = first();
        if (first != null && deferred.isEmpty() && queue.isEmpty() && !stopping) {
            // Not a sleep, which could throw while this entry is in nobody's hands.
            LockSupport.parkNanos(pace.moment(System.nanoTime()));
        }
        List<LogEntry> batch = new ArrayList<>(deferred);
        deferred = List.of();
        if (first != null) {
            batch.add(first);
            queue.drainTo(batch, Math.max(0, batchMax - batch.size()));
        }
        stopped |= batch.removeIf(entry -> entry == STOP);
        batch.removeIf(this::refusedAtOnce);
        return batch;
    }

    private @Nullable LogEntry first() throws InterruptedException {
        if (!deferred.isEmpty()) {
            return queue.poll(DEFER_MILLIS, TimeUnit.MILLISECONDS);
        }
        return committer.isInDoubt() ? queue.poll(SETTLE_INTERVAL_MILLIS, TimeUnit.MILLISECONDS) : queue.take();
    }

    private boolean refusedAtOnce(LogEntry entry) {
        if (order.holdsBack(entry.message())) {
            refuseAll(List.of(entry));
            return true;
        }
        return false;
    }

    private void commit(List<LogEntry> batch) {
        long start = System.nanoTime();
        pace.began(start, batch.size());
        BatchOutcome outcome = committer.commit(batch);
        metrics.committed(batch.size(), System.nanoTime() - start);
        List<Outcome> outcomes = new ArrayList<>(outcome.outcomes());
        deferred = new ArrayList<>(outcome.deferred());
        deferred.removeIf(entry -> entry.waitedTooLong() && outcomes.add(refusal(entry)));
        holdBackBehind(outcomes);
        if (outcome.databaseAway()) {
            takeAll().forEach(entry -> outcomes.add(refusal(entry)));
            holdBackBehind(outcomes);
        }
        if (queue.isEmpty() || pace.rest(System.nanoTime()) > 0) {
            teller.tellHere(outcome.committed(), outcomes);
        } else {
            teller.tell(outcome.committed(), outcomes);
        }
    }

    private void holdBackBehind(List<Outcome> outcomes) {
        outcomes.stream()
                .filter(Outcome::mayBeRepeated)
                .forEach(outcome -> order.failed(outcome.entry().message()));
    }

    /** All that waits at the moment. */
    private List<LogEntry> takeAll() {
        List<LogEntry> all = new ArrayList<>();
        queue.drainTo(all);
        if (all.removeIf(entry -> entry == STOP)) {
            stopped = true;
        }
        return all;
    }

    /** Nothing that arrives behind the last batch may wait for an answer that never comes. */
    private void refuseAll(List<LogEntry> entries) {
        teller.tell(List.of(), entries.stream().map(LogWriter::refusal).toList());
    }

    private static Outcome refusal(LogEntry entry) {
        return Outcome.refused(entry, tryAgain(RequestError.UNAVAILABLE));
    }

    private static ParleyException tryAgain(ErrorCode code) {
        return ParleyException.retryAfter(code, RETRY_AFTER);
    }
}
