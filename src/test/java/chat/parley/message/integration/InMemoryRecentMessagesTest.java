package chat.parley.message.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.identity.UserId;
import chat.parley.message.model.HistoryRequest;
import chat.parley.message.model.Message;
import chat.parley.message.model.MessagePage;
import chat.parley.message.model.NewestChanges;
import chat.parley.message.model.RoomDelta.Changes;
import chat.parley.message.model.RoomDelta.Reset;
import chat.parley.message.model.TestLog;
import chat.parley.message.port.MessageConfig;
import chat.parley.message.port.MessageQueries;
import chat.parley.room.RoomActivity.Position;
import chat.parley.room.RoomId;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import chat.parley.testing.Together;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InMemoryRecentMessagesTest {
    private static final int MAX_SYNC = 500;

    private final Map<RoomId, TestLog> logs = new HashMap<>();
    private final CountedQueries database = new CountedQueries();

    /** The database, and how often it was asked for messages. */
    private final class CountedQueries implements MessageQueries {
        private final AtomicInteger count = new AtomicInteger();
        private volatile boolean away;
        private final CountDownLatch everybodyAsked = new CountDownLatch(1);
        private volatile boolean slow;

        @Override
        public NewestChanges newestChanges(RoomId roomId, long afterRev, int limit) {
            count.incrementAndGet();
            if (slow) {
                awaitEverybody();
            }
            if (away) {
                throw ParleyException.of(RequestError.UNAVAILABLE);
            }
            return new NewestChanges(logs.get(roomId).newestChanges(afterRev, limit), 0);
        }

        private void awaitEverybody() {
            try {
                assertThat(everybodyAsked.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public MessagePage history(RoomId roomId, HistoryRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<RoomId, Long> lastRevs(Collection<RoomId> rooms) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Message> changedSince(RoomId roomId, long rev, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<RoomId, Message> at(Map<RoomId, Long> seqs) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Message> at(RoomId roomId, Collection<Long> seqs) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<RoomId, Integer> mentions(UserId reader, Map<RoomId, Position> rooms, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<RoomId, Integer> unread(UserId reader, Map<RoomId, Position> rooms, int limit) {
            throw new UnsupportedOperationException();
        }
    }

    private record Bytes(long recentMaxBytes) implements MessageConfig {
        @Override
        public int maxTextCodePoints() {
            return 8_000;
        }

        @Override
        public int batchMaxEntries() {
            return 256;
        }

        @Override
        public int queueMaxEntries() {
            return 10_000;
        }

        @Override
        public int syncMaxEntries() {
            return MAX_SYNC;
        }
    }

    private InMemoryRecentMessages memory(long bytes) {
        return new InMemoryRecentMessages(database, new Bytes(bytes), new SimpleMeterRegistry());
    }

    private RoomId room(long id, int messages) {
        RoomId room = new RoomId(id);
        TestLog log = new TestLog(id);
        logs.put(room, log);
        IntStream.range(0, messages).forEach(i -> log.send(2));
        return room;
    }

    @Test
    void aThousandAtOnceAreOneQuery() {
        RoomId room = room(1, 600);
        InMemoryRecentMessages memory = memory(1 << 20);
        database.slow = true;
        AtomicInteger asking = new AtomicInteger();
        List<Object> answers = Together.call(1_000, i -> {
            if (asking.incrementAndGet() == 1_000) {
                database.everybodyAsked.countDown();
            }
            return memory.log(room, 580, 600).since(580, MAX_SYNC);
        });
        assertThat(answers).containsOnly(new Changes(logs.get(room).changedSince(580), 600));
        assertThat(database.count).hasValue(1);
    }

    @Test
    void whateverTheyMissedARoomIsReadTwiceAtMost() {
        RoomId room = room(1, 600);
        InMemoryRecentMessages memory = memory(1 << 20);
        Random random = new Random(3);
        for (int i = 0; i < 5_000; i++) {
            long since = random.nextLong(601);
            Object expected = 600 - since > MAX_SYNC
                    ? new Reset(600)
                    : new Changes(logs.get(room).changedSince(since), 600);
            assertThat(memory.log(room, since, 600).since(since, MAX_SYNC)).isEqualTo(expected);
        }
        assertThat(database.count.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void whatWasCommittedHereIsNotReadAtAll() {
        RoomId room = room(1, 0);
        TestLog log = logs.get(room);
        InMemoryRecentMessages memory = memory(1 << 20);
        for (int i = 0; i < 30; i++) {
            memory.remember(List.of(log.send(2), log.send(3)));
        }
        assertThat(memory.log(room, 40, 60).since(40, MAX_SYNC)).isEqualTo(new Changes(log.changedSince(40), 60));
        assertThat(database.count).hasValue(0);
    }

    @Test
    void whatItWasNotToldOfItFindsOut() {
        RoomId room = room(1, 10);
        TestLog log = logs.get(room);
        InMemoryRecentMessages memory = memory(1 << 20);
        memory.log(room, 0, 10);
        log.recall(2);
        log.send(4);
        assertThat(memory.known(room, 12)).isEmpty();
        assertThat(memory.log(room, 9, 12).since(9, MAX_SYNC)).isEqualTo(new Changes(log.changedSince(9), 12));
        assertThat(memory.known(room, 12)).isPresent();
        assertThat(database.count).hasValue(2);
    }

    @Test
    void itStaysWithinItsBytesAndForgetsWhatNobodyNeeded() {
        InMemoryRecentMessages memory = memory(100_000);
        RoomId favourite = room(1, 20);
        memory.log(favourite, 0, 20);
        for (int i = 2; i < 100; i++) {
            memory.log(room(i, 20), 0, 20);
            assertThat(memory.known(favourite, 20)).isPresent();
        }
        assertThat(memory.known(new RoomId(2), 20)).isEmpty();
        assertThat(memory.known(new RoomId(99), 20)).isPresent();
    }

    @Test
    void aRoomThatIsTooLargeForTheMemoryIsAnsweredAllTheSame() {
        RoomId room = room(1, 600);
        InMemoryRecentMessages memory = memory(10);
        assertThat(memory.log(room, 300, 600).since(300, MAX_SYNC))
                .isEqualTo(new Changes(logs.get(room).changedSince(300), 600));
        assertThat(memory.known(room, 600)).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayIsToldAndAskedAgainLater() {
        RoomId room = room(1, 5);
        InMemoryRecentMessages memory = memory(1 << 20);
        database.away = true;
        assertThatThrownBy(() -> memory.log(room, 0, 5)).isInstanceOf(ParleyException.class);
        database.away = false;
        assertThat(memory.log(room, 0, 5).since(0, MAX_SYNC)).isInstanceOf(Changes.class);
    }
}
