package chat.parley.message.repository;

import chat.parley.message.model.Message;
import chat.parley.message.model.MessagesCommitted;
import chat.parley.realtime.FanOut;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Announces what was committed, then tells each sender, in the order of the commits: one task for each batch, on a
 * thread of its own, so that encoding and fan-out of one batch overlap with the commit of the next. What a batch says to
 * one connection reaches it at once.
 */
@ApplicationScoped
class OutcomeTeller {
    private static final Logger LOG = Logger.getLogger(OutcomeTeller.class);

    private final Event<MessagesCommitted> committed;
    private final FanOut fanOut;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("parley-log-outcomes").factory());

    // Batches that were handed over and are not told yet: while there are any, the next may not overtake them.
    private final AtomicInteger untold = new AtomicInteger();

    OutcomeTeller(Event<MessagesCommitted> committed, FanOut fanOut) {
        this.committed = committed;
        this.fanOut = fanOut;
    }

    void tell(List<Message> messages, List<Outcome> outcomes) {
        if (messages.isEmpty() && outcomes.isEmpty()) {
            return;
        }
        untold.incrementAndGet();
        try {
            thread.execute(() -> runTogether(messages, outcomes));
        } catch (RejectedExecutionException e) {
            // The server is about to end; whoever is still there is not left waiting.
            runTogether(messages, outcomes);
        }
    }

    /** As {@link #tell}, by a caller that has nothing else to do: another thread would only have to be woken. */
    void tellHere(List<Message> messages, List<Outcome> outcomes) {
        if (untold.get() > 0) {
            tell(messages, outcomes);
            return;
        }
        untold.incrementAndGet();
        runTogether(messages, outcomes);
    }

    void stop(long patienceSeconds) throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(patienceSeconds, TimeUnit.SECONDS)) {
            LOG.warn("stopped before every sender was told the outcome; they will ask again");
        }
    }

    private void runTogether(List<Message> messages, List<Outcome> outcomes) {
        try {
            fanOut.together(() -> run(messages, outcomes));
        } finally {
            untold.decrementAndGet();
        }
    }

    private void run(List<Message> messages, List<Outcome> outcomes) {
        if (!messages.isEmpty()) {
            quietly(() -> committed.fire(new MessagesCommitted(messages)));
        }
        outcomes.forEach(outcome -> quietly(outcome::tell));
    }

    private static void quietly(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            LOG.error("telling the outcome of a batch failed", e);
        }
    }
}
