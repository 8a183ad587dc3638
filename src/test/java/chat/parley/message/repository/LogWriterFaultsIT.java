package chat.parley.message.repository;

import static chat.parley.message.repository.FaultyDatabase.Commit.LOST;
import static chat.parley.message.repository.FaultyDatabase.Commit.UNHEARD;
import static chat.parley.message.repository.FaultyDatabase.Commit.WORKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.parley.message.MessageError;
import chat.parley.message.model.Appended;
import chat.parley.message.model.Message;
import chat.parley.message.repository.FaultyDatabase.Commit;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.shared.error.ErrorKind;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import chat.parley.testing.Together;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The promises of the log while connections break, commits go unheard, others hold rooms, and nodes write at once. */
@QuarkusTest
class LogWriterFaultsIT {
    private static final FakeMessageConfig CONFIG = new FakeMessageConfig(10_000);

    @Inject
    DataSource database;

    @Inject
    @Named("log")
    DataSource logDatabase;

    @Test
    void brokenAndUnheardCommitsLoseNothingDoubleNothingAndAnnounceEverythingOnce() throws SQLException {
        TestUser ann = TestUsers.register();
        List<RoomId> rooms = List.of(TestRooms.open(ann), TestRooms.open(ann));
        Random random = new Random(7);
        FaultyDatabase faulty = new FaultyDatabase(logDatabase, () -> Commit.values()[random.nextInt(3)]);
        try (OwnWriter writer = OwnWriter.started(faulty.dataSource(), CONFIG)) {
            List<List<Appended>> stored = Together.call(8, thread -> {
                List<Appended> mine = new ArrayList<>();
                for (int i = 0; i < 26; i++) {
                    Seat seat = new Seat(rooms.get(i % 2), ann.id());
                    mine.add(untilStored(writer, seat, UUID.randomUUID()));
                }
                return mine;
            });
            assertThat(faulty.connections()).as("connections, for many broke").isGreaterThan(10);

            List<Message> acknowledged =
                    stored.stream().flatMap(List::stream).map(Appended::message).toList();
            assertThat(acknowledged).hasSize(208).doesNotHaveDuplicates();
            for (RoomId room : rooms) {
                List<Long> seqs = seqs(room);
                assertThat(seqs).containsExactlyElementsOf(upTo(105));
                assertThat(acknowledged.stream()
                                .filter(m -> m.roomId().equals(room))
                                .map(Message::seq))
                        .containsExactlyInAnyOrderElementsOf(seqs.subList(1, 105));
                await().untilAsserted(() -> assertThat(writer.announced().stream()
                                .filter(m -> m.roomId().equals(room))
                                .map(Message::seq))
                        .containsExactlyElementsOf(seqs.subList(1, 105)));
            }
        }
    }

    @Test
    void whatWasStoredUnheardIsAnnouncedWhenTheDatabaseIsBack() throws SQLException {
        TestUser ann = TestUsers.register();
        Seat seat = new Seat(TestRooms.open(ann), ann.id());
        AtomicReference<FaultyDatabase> away = new AtomicReference<>();
        Iterator<Commit> fates = List.of(UNHEARD, WORKS, WORKS, WORKS).iterator();
        FaultyDatabase faulty = new FaultyDatabase(logDatabase, () -> {
            Commit fate = fates.next();
            away.get().away(fate == UNHEARD);
            return fate;
        });
        away.set(faulty);
        try (OwnWriter writer = OwnWriter.started(faulty.dataSource(), CONFIG)) {
            UUID clientId = UUID.randomUUID();
            assertThatThrownBy(() -> writer.append(seat, clientId).join())
                    .hasCause(ParleyException.of(RequestError.UNAVAILABLE));
            assertThat(writer.announced()).isEmpty();
            assertThat(seqs(seat.roomId())).as("stored all the same").hasSize(2);

            faulty.away(false);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(writer.announced()).hasSize(1));
            Appended repeated = writer.append(seat, clientId).join();
            assertThat(repeated.duplicate()).isTrue();
            assertThat(repeated.message()).isEqualTo(writer.announced().getFirst());
            assertThat(seqs(seat.roomId())).hasSize(2);
        }
    }

    @Test
    void whatWasLostInTheCommitIsNeitherStoredNorAnnounced() throws SQLException {
        TestUser ann = TestUsers.register();
        Seat seat = new Seat(TestRooms.open(ann), ann.id());
        Iterator<Commit> fates = List.of(LOST, LOST, WORKS, WORKS, WORKS, WORKS).iterator();
        FaultyDatabase faulty = new FaultyDatabase(logDatabase, fates::next);
        try (OwnWriter writer = OwnWriter.started(faulty.dataSource(), CONFIG)) {
            UUID clientId = UUID.randomUUID();
            assertThatThrownBy(() -> writer.append(seat, clientId).join())
                    .hasCause(ParleyException.of(RequestError.UNAVAILABLE));
            assertThat(seqs(seat.roomId())).hasSize(1);
            Appended repeated = writer.append(seat, clientId).join();
            assertThat(repeated.duplicate()).isFalse();
            assertThat(writer.announced()).containsExactly(repeated.message());
        }
    }

    @Test
    void killedConnectionsAreReplacedWithoutTheSendersNoticing() throws SQLException {
        TestUser ann = TestUsers.register();
        Seat seat = new Seat(TestRooms.open(ann), ann.id());
        AtomicBoolean done = new AtomicBoolean();
        try (OwnWriter writer = OwnWriter.started(logDatabase, CONFIG)) {
            Thread killer = Thread.startVirtualThread(() -> {
                while (!done.get()) {
                    killWriters();
                }
            });
            List<Appended> stored = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                stored.add(untilStored(writer, seat, UUID.randomUUID()));
            }
            done.set(true);
            killer.join();
            assertThat(stored.stream().map(a -> a.message().seq()))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(2, 101).boxed().toList());
            assertThat(seqs(seat.roomId())).containsExactlyElementsOf(upTo(101));
            await().untilAsserted(() -> assertThat(writer.announced())
                    .containsExactlyElementsOf(
                            stored.stream().map(Appended::message).toList()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theSameKeyOnTwoNodesIsOneMessage() throws SQLException {
        TestUser ann = TestUsers.register();
        Seat here = new Seat(TestRooms.open(ann), ann.id());
        Seat there = new Seat(TestRooms.open(ann), ann.id());
        try (OwnWriter one = OwnWriter.started(logDatabase, CONFIG);
                OwnWriter other = OwnWriter.started(logDatabase, CONFIG)) {
            for (int round = 0; round < 50; round++) {
                UUID same = UUID.randomUUID();
                UUID elsewhere = UUID.randomUUID();
                List<CompletableFuture<Appended>> answers = List.of(
                        one.append(here, same),
                        other.append(here, same),
                        one.append(here, elsewhere),
                        other.append(there, elsewhere));
                Appended first = answers.get(0).join();
                Appended second = answers.get(1).join();
                assertThat(second.message()).isEqualTo(first.message());
                assertThat(List.of(first.duplicate(), second.duplicate())).containsExactlyInAnyOrder(true, false);

                List<Object> outcomes = answers.subList(2, 4).stream()
                        .map(LogWriterFaultsIT::outcome)
                        .toList();
                assertThat(outcomes).containsOnlyOnce(MessageError.CLIENT_ID_ELSEWHERE);
                assertThat(outcomes).filteredOn(Boolean.FALSE::equals).hasSize(1);
            }
            assertThat(seqs(here.roomId()).size() + seqs(there.roomId()).size()).isEqualTo(2 + 100);
        }
    }

    @Test
    void twoNodesInTheSameRoomsLeaveNoGaps() throws SQLException {
        TestUser ann = TestUsers.register();
        TestUser bob = TestUsers.register();
        List<RoomId> rooms = List.of(TestRooms.open(ann, bob), TestRooms.open(ann, bob), TestRooms.open(ann, bob));
        try (OwnWriter one = OwnWriter.started(logDatabase, CONFIG);
                OwnWriter other = OwnWriter.started(logDatabase, CONFIG)) {
            List<CompletableFuture<Appended>> answers = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                RoomId room = rooms.get(i % 3);
                answers.add(one.append(new Seat(room, ann.id()), UUID.randomUUID(), "a"));
                answers.add(other.append(new Seat(room, bob.id()), UUID.randomUUID(), "b"));
            }
            List<Message> stored =
                    answers.stream().map(answer -> answer.join().message()).toList();
            for (RoomId room : rooms) {
                assertThat(seqs(room)).containsExactlyElementsOf(upTo(402));
                for (TestUser author : List.of(ann, bob)) {
                    assertThat(stored.stream()
                                    .filter(m -> m.roomId().equals(room)
                                            && m.userId().equals(author.id()))
                                    .map(Message::seq))
                            .as("in the order in which they were sent")
                            .isSorted();
                }
            }
        }
    }

    @Test
    void aRoomThatSomebodyHoldsDoesNotStopTheOthers() throws SQLException {
        TestUser ann = TestUsers.register();
        Seat held = new Seat(TestRooms.open(ann), ann.id());
        Seat free = new Seat(TestRooms.open(ann), ann.id());
        try (OwnWriter writer = OwnWriter.started(logDatabase, CONFIG);
                Connection holder = database.getConnection()) {
            holder.setAutoCommit(false);
            lock(holder, held.roomId());
            UUID waiting = UUID.randomUUID();
            CompletableFuture<Appended> stuck = writer.append(held, waiting, "c");
            CompletableFuture<Appended> behind = writer.append(held, UUID.randomUUID(), "c");
            for (int i = 0; i < 20; i++) {
                assertThat(writer.append(free, UUID.randomUUID(), "c"))
                        .as("message %d to the free room", i)
                        .succeedsWithin(Duration.ofSeconds(4));
            }
            assertThat(outcome(stuck)).isEqualTo(RequestError.UNAVAILABLE);
            assertThat(outcome(behind)).isEqualTo(RequestError.UNAVAILABLE);
            holder.rollback();

            assertThat(outcome(writer.append(held, UUID.randomUUID(), "c")))
                    .as("behind what is to be repeated")
                    .isEqualTo(RequestError.UNAVAILABLE);
            assertThat(writer.append(held, waiting, "c").join().message().seq()).isEqualTo(2);
            assertThat(writer.append(held, UUID.randomUUID(), "c")
                            .join()
                            .message()
                            .seq())
                    .isEqualTo(3);
        }
    }

    private static Appended untilStored(OwnWriter writer, Seat seat, UUID clientId) {
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                return writer.append(seat, clientId).join();
            } catch (CompletionException e) {
                ParleyException refusal = (ParleyException) e.getCause();
                assertThat(refusal.code().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            }
        }
        throw new AssertionError("was never stored");
    }

    /** Whether it was a repeat, or the code of the error. */
    private static Object outcome(CompletableFuture<Appended> answer) {
        try {
            return answer.join().duplicate();
        } catch (CompletionException e) {
            return ((ParleyException) e.getCause()).code();
        }
    }

    // The writers are known by what only they do.
    private void killWriters() {
        try (Connection connection = database.getConnection()) {
            List<Long> ids = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()"
                                    + " AND (info LIKE '%INSERT INTO messages%' OR info LIKE '%FORCE INDEX%' OR info = 'COMMIT')");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            for (long id : ids) {
                connection.createStatement().execute("KILL CONNECTION " + id);
            }
        } catch (SQLException e) {
            // It was gone before it could be killed.
        }
    }

    private static void lock(Connection connection, RoomId room) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM rooms WHERE id = ? FOR UPDATE")) {
            select.setLong(1, room.value());
            select.executeQuery();
        }
    }

    private List<Long> seqs(RoomId room) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT seq FROM messages WHERE room_id = ? ORDER BY seq")) {
            select.setLong(1, room.value());
            List<Long> seqs = new ArrayList<>();
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                seqs.add(rows.getLong(1));
            }
            return seqs;
        }
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
