package chat.parley.message.repository;

import chat.parley.message.MessageError;
import chat.parley.message.model.Appended;
import chat.parley.message.model.NewMessage;
import chat.parley.message.port.MessageConfig;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The one writer of this node. It takes whatever waits and commits it as one transaction while the next batch gathers:
 * an idle server commits a single message at once, a busy one commits hundreds with one write to the disk. There is no
 * artificial delay anywhere.
 *
 * <p>One thread commits, another one tells the outcome, in the order of the commits, so that encoding and fan-out of
 * one batch overlap with the commit of the next.
 */
@ApplicationScoped
class LogWriter {
    private static final Logger LOG = Logger.getLogger(LogWriter.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final long STOP_PATIENCE_SECONDS = 20;

    /** Wakes the thread for the last time. */
    @SuppressWarnings("NullAway") // only its identity counts
    private static final LogEntry STOP = new LogEntry(null, new CompletableFuture<>());

    private final BatchCommitter committer;
    private final BlockingQueue<LogEntry> queue;
    private final int batchMax;
    private final LogMetrics metrics;
    private final ExecutorService outcomes = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("parley-log-outcomes").factory());
    private final Thread thread = Thread.ofPlatform().name("parley-log-writer").unstarted(this::write);
    private volatile boolean stopping;

    LogWriter(BatchCommitter committer, MessageConfig config, LogMetrics metrics) {
        this.committer = committer;
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
        refuseAll(queue);
        outcomes.shutdown();
        if (!outcomes.awaitTermination(STOP_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("stopped before every sender was told the outcome; they will ask again");
        }
    }

    CompletionStage<Appended> append(NewMessage message) {
        LogEntry entry = LogEntry.of(message);
        if (stopping) {
            return CompletableFuture.failedStage(ParleyException.retryAfter(RequestError.UNAVAILABLE, RETRY_AFTER));
        }
        if (!queue.offer(entry)) {
            metrics.refusedFull();
            return CompletableFuture.failedStage(ParleyException.retryAfter(MessageError.QUEUE_FULL, RETRY_AFTER));
        }
        if (stopping && !thread.isAlive()) {
            refuseAll(queue);
        }
        return entry.outcome();
    }

    private void write() {
        List<LogEntry> batch = new ArrayList<>(batchMax);
        boolean stopped = false;
        while (!stopped) {
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                LOG.warn("the log's writer does not stop on interruption; it stops with the server");
                continue;
            }
            queue.drainTo(batch, batchMax - 1);
            stopped = batch.removeIf(entry -> entry == STOP);
            if (!batch.isEmpty()) {
                commit(List.copyOf(batch));
                batch.clear();
            }
        }
    }

    /** Nothing that arrives behind the last batch may wait for an answer that never comes. */
    private static void refuseAll(BlockingQueue<LogEntry> queue) {
        for (LogEntry entry = queue.poll(); entry != null; entry = queue.poll()) {
            entry.outcome().completeExceptionally(ParleyException.retryAfter(RequestError.UNAVAILABLE, RETRY_AFTER));
        }
    }

    private void commit(List<LogEntry> batch) {
        long start = System.nanoTime();
        List<Runnable> told = committer.commit(batch);
        metrics.committed(batch.size(), System.nanoTime() - start);
        outcomes.execute(() -> told.forEach(LogWriter::tell));
    }

    private static void tell(Runnable outcome) {
        try {
            outcome.run();
        } catch (RuntimeException e) {
            LOG.error("telling the outcome of a committed message failed", e);
        }
    }
}
