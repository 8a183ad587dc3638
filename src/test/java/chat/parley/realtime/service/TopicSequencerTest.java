package chat.parley.realtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.realtime.Push.Importance;
import chat.parley.realtime.Topic;
import chat.parley.realtime.model.EncodedPush;
import chat.parley.realtime.model.Publication.Numbered;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TopicSequencerTest {
    private static final Topic ROOM = new Topic("room", 1);

    private final List<Runnable> later = new CopyOnWriteArrayList<>();
    private final TopicSequencer sequencer = new TopicSequencer(later::add);
    private final List<Long> delivered = new CopyOnWriteArrayList<>();

    @Test
    void whatComesEarlyWaitsForWhatIsMissing() {
        arrive(5, 7, 8);
        assertThat(delivered).containsExactly(5L);
        arrive(6);
        assertThat(delivered).containsExactly(5L, 6L, 7L, 8L);
    }

    @Test
    void nothingIsDeliveredTwice() {
        arrive(5, 6, 6, 5, 7);
        assertThat(delivered).containsExactly(5L, 6L, 7L);
    }

    @Test
    void aGapThatStaysIsGivenUp() {
        arrive(5, 7);
        later.forEach(Runnable::run);
        assertThat(delivered).containsExactly(5L, 7L);
        arrive(8);
        assertThat(delivered).containsExactly(5L, 7L, 8L);
    }

    @Test
    void patienceThatEndsAfterTheGapClosedChangesNothing() {
        arrive(5, 7, 6);
        later.forEach(Runnable::run);
        assertThat(delivered).containsExactly(5L, 6L, 7L);
    }

    @Test
    void otherTopicsDoNotWait() {
        arrive(1, 3);
        sequencer.inOrder(push(new Topic("room", 2), 9), p -> delivered.add(p.revision()));
        assertThat(delivered).containsExactly(1L, 9L);
    }

    @Test
    void manyThreadsStillGiveOneOrder() {
        arrive(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            LongStream.rangeClosed(2, 500).forEach(revision -> threads.execute(() -> arrive(revision)));
        }
        assertThat(delivered)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 500).boxed().toList());
    }

    private void arrive(long... revisions) {
        for (long revision : revisions) {
            sequencer.inOrder(push(ROOM, revision), p -> delivered.add(p.revision()));
        }
    }

    private static Numbered push(Topic topic, long revision) {
        return new Numbered(
                topic, revision, new EncodedPush("room.message", new byte[0], Importance.DURABLE), null, null);
    }
}
