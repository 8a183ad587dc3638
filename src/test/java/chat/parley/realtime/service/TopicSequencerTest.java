package chat.parley.realtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.realtime.FanOut.RevisedPush;
import chat.parley.realtime.Push;
import chat.parley.realtime.Push.Importance;
import chat.parley.realtime.Topic;
import chat.parley.realtime.TopicLog;
import chat.parley.realtime.model.EncodedPush;
import chat.parley.realtime.model.Publication.Numbered;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TopicSequencerTest {
    private static final Topic ROOM = new Topic("room", 1);

    private final List<Runnable> later = new CopyOnWriteArrayList<>();
    private final Database database = new Database();
    private final MissedChanges missed =
            new MissedChanges(List.of(database), new PublicationWriter(body -> new byte[0]));
    private final TopicSequencer sequencer = new TopicSequencer(missed, later::add);
    private final List<Long> delivered = new CopyOnWriteArrayList<>();

    @Test
    void whatComesEarlyWaitsForWhatIsMissing() {
        begin(4);
        arrive(5, 7, 8);
        assertThat(delivered).containsExactly(5L);
        arrive(6);
        assertThat(delivered).containsExactly(5L, 6L, 7L, 8L);
    }

    @Test
    void nothingIsDeliveredTwice() {
        begin(4);
        arrive(5, 6, 6, 5, 7);
        assertThat(delivered).containsExactly(5L, 6L, 7L);
    }

    @Test
    void theFirstPushesMayComeReversedWhereItIsKnownWhatCameBefore() {
        arrive(7, 6);
        begin(5);
        assertThat(delivered).containsExactly(6L, 7L);
    }

    @Test
    void whatSubscribersWereToldAlreadyIsNotSentAgain() {
        arrive(6, 7);
        begin(6);
        begin(3);
        assertThat(delivered).containsExactly(7L);
    }

    @Test
    void withoutAKnownBeginningTheFirstPushIsOne() {
        arrive(6);
        assertThat(delivered).isEmpty();
        patienceEnds();
        arrive(7);
        assertThat(delivered).containsExactly(6L, 7L);
    }

    @Test
    void aGapThatStaysIsReadFromTheDatabase() {
        begin(4);
        database.has(5, 6, 7, 8);
        arrive(5, 7);
        patienceEnds();
        assertThat(delivered).containsExactly(5L, 6L, 7L, 8L);
        arrive(8, 9);
        assertThat(delivered).containsExactly(5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void whatIsCommittedBehindTheReadIsNotGivenUpWithIt() {
        begin(4);
        database.has(5, 6, 7);
        arrive(7);
        database.afterEmptyRead = () -> {
            database.has(8, 9);
            arrive(9);
        };
        patienceEnds();
        assertThat(delivered).containsExactly(5L, 6L, 7L);
        patienceEnds();
        assertThat(delivered).containsExactly(5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void aChangeThatALaterOneReplacedLeavesAJumpAndNothingWaitsForIt() {
        begin(4);
        database.has(5, 7);
        arrive(7);
        patienceEnds();
        assertThat(delivered).containsExactly(5L, 7L);
    }

    @Test
    void aGapThatCannotBeReadIsGivenUp() {
        begin(4);
        database.down = true;
        arrive(5, 7);
        patienceEnds();
        assertThat(delivered).containsExactly(5L, 7L);
        arrive(8);
        assertThat(delivered).containsExactly(5L, 7L, 8L);
    }

    @Test
    void patienceThatEndsAfterTheGapClosedChangesNothing() {
        begin(4);
        arrive(5, 7, 6);
        patienceEnds();
        assertThat(delivered).containsExactly(5L, 6L, 7L);
        assertThat(database.reads).isZero();
    }

    @Test
    void everyGapHasAPatienceOfItsOwn() {
        begin(4);
        database.has(5, 6, 7, 8, 9);
        arrive(6, 9);
        arrive(5);
        patienceEnds();
        assertThat(delivered).containsExactly(5L, 6L);
        patienceEnds();
        assertThat(delivered).containsExactly(5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void catchingUpBringsAllThatWasMissedInOrder() {
        begin(0);
        database.has(LongStream.rangeClosed(1, 1_200).toArray());
        assertThat(sequencer.catchUp(ROOM, p -> delivered.add(p.revision()))).isEqualTo(1_200);
        assertThat(delivered)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1_200).boxed().toList());
        assertThat(sequencer.position(ROOM)).hasValue(1_200);
    }

    @Test
    void otherTopicsDoNotWait() {
        begin(0);
        arrive(1, 3);
        Topic other = new Topic("room", 2);
        sequencer.begin(other, 8, p -> {});
        sequencer.inOrder(push(other, 9), p -> delivered.add(p.revision()));
        assertThat(delivered).containsExactly(1L, 9L);
    }

    @Test
    void manyThreadsStillGiveOneOrder() {
        begin(0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            LongStream.rangeClosed(1, 500).forEach(revision -> threads.execute(() -> arrive(revision)));
        }
        assertThat(delivered)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 500).boxed().toList());
    }

    private void begin(long revision) {
        sequencer.begin(ROOM, revision, p -> delivered.add(p.revision()));
    }

    private void arrive(long... revisions) {
        for (long revision : revisions) {
            sequencer.inOrder(push(ROOM, revision), p -> delivered.add(p.revision()));
        }
    }

    private void patienceEnds() {
        List<Runnable> now = new ArrayList<>(later);
        later.clear();
        now.forEach(Runnable::run);
    }

    private static Numbered push(Topic topic, long revision) {
        return new Numbered(
                topic, revision, new EncodedPush("room.message", new byte[0], Importance.DURABLE), null, null);
    }

    private static final class Database implements TopicLog {
        private final TreeSet<Long> revisions = new TreeSet<>();
        private boolean down;
        private int reads;
        private Runnable afterEmptyRead = () -> {};

        void has(long... some) {
            LongStream.of(some).forEach(revisions::add);
        }

        @Override
        public String kind() {
            return "room";
        }

        @Override
        public Map<Topic, Long> latest(Collection<Topic> topics) {
            return Map.of(ROOM, revisions.last());
        }

        @Override
        public List<RevisedPush> since(Topic topic, long revision, int limit) {
            reads++;
            if (down) {
                throw new IllegalStateException("the database is away");
            }
            List<RevisedPush> read = revisions.tailSet(revision, false).stream()
                    .limit(limit)
                    .map(found -> new RevisedPush(topic, found, Push.durable("room.message", ""), null, null))
                    .toList();
            if (read.isEmpty()) {
                Runnable meanwhile = afterEmptyRead;
                afterEmptyRead = () -> {};
                meanwhile.run();
            }
            return read;
        }
    }
}
