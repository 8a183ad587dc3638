package chat.parley.realtime.service;

import chat.parley.realtime.Topic;
import chat.parley.realtime.model.Publication.Numbered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Puts the numbered pushes of a topic in order, wherever they come from: this node, another one, or the database. Two
 * transactions that commit one after the other may reach this point the other way round; the later one waits here for
 * the earlier. What does not come in time was lost between two nodes, and is read from the database.
 */
@ApplicationScoped
class TopicSequencer {
    /** After this time a missing push is looked for. Milliseconds. */
    static final long PATIENCE_MILLIS = 100;

    private static final long UNKNOWN = -1;

    private final Map<Topic, Sequence> sequences = new ConcurrentHashMap<>();
    private final MissedChanges missed;
    private final Executor later;

    @Inject
    TopicSequencer(MissedChanges missed) {
        this(
                missed,
                CompletableFuture.delayedExecutor(
                        PATIENCE_MILLIS, TimeUnit.MILLISECONDS, Executors.newVirtualThreadPerTaskExecutor()));
    }

    /** Runs what it is given when the patience is over. */
    TopicSequencer(MissedChanges missed, Executor later) {
        this.missed = missed;
        this.later = later;
    }

    private static final class Sequence {
        /** The latest delivered revision. */
        private long last = UNKNOWN;

        private final TreeMap<Long, Numbered> early = new TreeMap<>();

        /** Somebody will look for what is missing. */
        private boolean lookedFor;

        void drain(long readUpTo, Consumer<Numbered> deliver) {
            // What is missing up to there is in the database no more: a later change took its place.
            while (!early.isEmpty() && (early.firstKey() == last + 1 || early.firstKey() <= readUpTo)) {
                last = early.firstKey();
                deliver.accept(early.pollFirstEntry().getValue());
            }
        }
    }

    /** Calls {@code deliver} for this push and those it releases, in order; one thread at a time for each topic. */
    void inOrder(Numbered push, Consumer<Numbered> deliver) {
        Sequence sequence = sequences.computeIfAbsent(push.topic(), topic -> new Sequence());
        synchronized (sequence) {
            if (push.revision() <= sequence.last) {
                return;
            }
            sequence.early.put(push.revision(), push);
            if (sequence.last != UNKNOWN) {
                sequence.drain(sequence.last, deliver);
            }
            if (!sequence.early.isEmpty() && !sequence.lookedFor) {
                sequence.lookedFor = true;
                long before = sequence.last;
                later.execute(() -> lookFor(push.topic(), sequence, before, deliver));
            }
        }
    }

    /** Subscribers know the topic up to this revision: it begins here, unless it is under way already. */
    void begin(Topic topic, long revision, Consumer<Numbered> deliver) {
        Sequence sequence = sequences.computeIfAbsent(topic, t -> new Sequence());
        synchronized (sequence) {
            if (sequence.last == UNKNOWN) {
                sequence.last = revision;
                sequence.early.headMap(revision, true).clear();
                sequence.drain(revision, deliver);
            }
        }
    }

    /** The latest revision that went out; empty before the first. */
    OptionalLong position(Topic topic) {
        Sequence sequence = sequences.get(topic);
        if (sequence == null) {
            return OptionalLong.empty();
        }
        synchronized (sequence) {
            return sequence.last == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(sequence.last);
        }
    }

    /**
     * Reads what is missing after the topic's position, and delivers it. Returns how many changes that were.
     *
     * @throws RuntimeException if the database cannot be read; nothing is then delivered
     */
    int catchUp(Topic topic, Consumer<Numbered> deliver) {
        Sequence sequence = sequences.get(topic);
        OptionalLong position = position(topic);
        if (sequence == null || position.isEmpty()) {
            return 0;
        }
        int found = 0;
        long from = position.getAsLong();
        for (List<Numbered> read = missed.since(topic, from); !read.isEmpty(); read = missed.since(topic, from)) {
            from = read.getLast().revision();
            found += add(sequence, read, deliver);
        }
        return found;
    }

    private static int add(Sequence sequence, List<Numbered> read, Consumer<Numbered> deliver) {
        int found = 0;
        synchronized (sequence) {
            for (Numbered change : read) {
                boolean unknown = change.revision() > sequence.last;
                if (unknown && sequence.early.putIfAbsent(change.revision(), change) == null) {
                    found++;
                }
            }
            sequence.drain(read.getLast().revision(), deliver);
        }
        return found;
    }

    private void lookFor(Topic topic, Sequence sequence, long before, Consumer<Numbered> deliver) {
        long upTo;
        synchronized (sequence) {
            if (sequence.early.isEmpty()) {
                sequence.lookedFor = false;
                return;
            }
            if (sequence.last == UNKNOWN) {
                sequence.last = sequence.early.firstKey() - 1;
            }
            sequence.drain(sequence.last, deliver);
            if (sequence.last > before && before != UNKNOWN && !sequence.early.isEmpty()) {
                // That gap closed by itself and this is another one, with a patience of its own.
                long now = sequence.last;
                later.execute(() -> lookFor(topic, sequence, now, deliver));
                return;
            }
            upTo = sequence.early.isEmpty() ? sequence.last : sequence.early.lastKey();
        }
        try {
            catchUp(topic, deliver);
        } catch (RuntimeException e) {
            missed.notRead(topic, e);
        }
        giveUp(topic, sequence, upTo, deliver);
    }

    /**
     * What neither came nor could be read up to there: clients see the jump and sync. What came while the database was
     * read waits on, as what is missing before it may have been committed behind the read.
     */
    private void giveUp(Topic topic, Sequence sequence, long upTo, Consumer<Numbered> deliver) {
        synchronized (sequence) {
            sequence.drain(upTo, deliver);
            sequence.lookedFor = !sequence.early.isEmpty();
            if (sequence.lookedFor) {
                long now = sequence.last;
                later.execute(() -> lookFor(topic, sequence, now, deliver));
            }
        }
    }

    /** Forgets a topic nobody on this node listens to. */
    void forget(Topic topic) {
        sequences.remove(topic);
    }
}
