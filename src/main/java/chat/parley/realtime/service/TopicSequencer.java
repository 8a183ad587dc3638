package chat.parley.realtime.service;

import chat.parley.realtime.Topic;
import chat.parley.realtime.model.Publication.Numbered;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Puts the numbered pushes of a topic in order. Two transactions that commit one after the other may reach this point
 * the other way round; the later one waits here for the earlier, which is microseconds away.
 */
@ApplicationScoped
class TopicSequencer {
    /** A push that waited this long goes out anyway: clients see the jump and sync. Milliseconds. */
    static final long PATIENCE_MILLIS = 100;

    private final Map<Topic, Sequence> sequences = new ConcurrentHashMap<>();
    private final Executor later;

    TopicSequencer() {
        this(CompletableFuture.delayedExecutor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
    }

    /** Runs what it is given when the patience is over. */
    TopicSequencer(Executor later) {
        this.later = later;
    }

    private static final class Sequence {
        private long last;
        private final TreeMap<Long, Numbered> early = new TreeMap<>();
    }

    /** Calls {@code deliver} for this push and those it releases, in order; one thread at a time for each topic. */
    void inOrder(Numbered push, Consumer<Numbered> deliver) {
        Sequence sequence = sequences.computeIfAbsent(push.topic(), topic -> new Sequence());
        synchronized (sequence) {
            if (push.revision() <= sequence.last) {
                return;
            }
            sequence.early.put(push.revision(), push);
            if (sequence.last == 0) {
                sequence.last = push.revision() - 1;
            }
            drain(sequence, deliver);
            if (!sequence.early.isEmpty()) {
                long missing = sequence.last + 1;
                later.execute(() -> giveUp(sequence, missing, deliver));
            }
        }
    }

    private static void drain(Sequence sequence, Consumer<Numbered> deliver) {
        while (!sequence.early.isEmpty() && sequence.early.firstKey() == sequence.last + 1) {
            sequence.last++;
            deliver.accept(sequence.early.pollFirstEntry().getValue());
        }
    }

    private static void giveUp(Sequence sequence, long missing, Consumer<Numbered> deliver) {
        synchronized (sequence) {
            if (sequence.last + 1 == missing && !sequence.early.isEmpty()) {
                sequence.last = sequence.early.firstKey() - 1;
                drain(sequence, deliver);
            }
        }
    }

    /** Forgets a topic nobody on this node listens to. */
    void forget(Topic topic) {
        sequences.remove(topic);
    }
}
