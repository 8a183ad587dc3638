package chat.parley.message.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.parley.identity.UserId;
import chat.parley.message.MessageError;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What senders are told when nothing can be stored. */
class LogWriterTest {
    private static final Seat SEAT = new Seat(new RoomId(1), new UserId(2));
    private static final Seat ELSEWHERE = new Seat(new RoomId(3), new UserId(2));

    private final FaultyDatabase database = new FaultyDatabase(null, () -> FaultyDatabase.Commit.WORKS);
    private final DataSource nowhere = database.dataSource();

    @BeforeEach
    void theDatabaseIsAway() {
        database.away(true);
    }

    @Test
    void moreThanTheQueueHoldsIsRefusedWithTheAdviceToComeBack() {
        try (OwnWriter writer = OwnWriter.idle(nowhere, new FakeMessageConfig(2))) {
            CompletableFuture<?> first = writer.append(SEAT, UUID.randomUUID());
            CompletableFuture<?> second = writer.append(SEAT, UUID.randomUUID());
            ParleyException refusal = refusal(writer.append(SEAT, UUID.randomUUID()));
            assertThat(refusal.code()).isEqualTo(MessageError.QUEUE_FULL);
            assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(1));
            assertThat(first).isNotDone();
            assertThat(second).isNotDone();
            writer.begin();
        }
    }

    @Test
    void whenTheDatabaseIsAwayEverybodyWhoWaitsIsToldToTryAgain() {
        try (OwnWriter writer = OwnWriter.idle(nowhere, new FakeMessageConfig(1_000))) {
            var answers = IntStream.range(0, 1_000)
                    .mapToObj(i -> writer.append(SEAT, UUID.randomUUID()))
                    .toList();
            writer.begin();
            assertThat(answers).allSatisfy(answer -> {
                assertThat(refusal(answer).code()).isEqualTo(RequestError.UNAVAILABLE);
                assertThat(refusal(answer).retryAfter()).isNotNull();
            });
            assertThat(writer.announced()).isEmpty();
        }
    }

    @Test
    void whatOneConnectionSaidBehindAFailedMessageWaitsForItsRepetition() {
        try (OwnWriter writer = OwnWriter.idle(nowhere, new FakeMessageConfig(1))) {
            UUID failed = UUID.randomUUID();
            CompletableFuture<?> inTheQueue = writer.append(SEAT, UUID.randomUUID(), "other");
            assertThat(refusal(writer.append(SEAT, failed, "c")).code()).isEqualTo(MessageError.QUEUE_FULL);
            writer.begin();
            refusal(inTheQueue);

            // There is room now, and the database stays away: whoever gets through to the writer makes it ask.
            assertThat(triesToStore(writer, SEAT, UUID.randomUUID(), "c"))
                    .as("behind the failed one")
                    .isFalse();
            assertThat(triesToStore(writer, ELSEWHERE, UUID.randomUUID(), "c"))
                    .as("in another room")
                    .isTrue();
            assertThat(triesToStore(writer, SEAT, UUID.randomUUID(), "d"))
                    .as("on another connection")
                    .isTrue();
            assertThat(triesToStore(writer, SEAT, UUID.randomUUID(), null))
                    .as("standing alone")
                    .isTrue();
            assertThat(triesToStore(writer, SEAT, failed, "c"))
                    .as("the repetition")
                    .isTrue();
        }
    }

    private boolean triesToStore(OwnWriter writer, Seat seat, UUID clientId, @Nullable String connectionId) {
        int before = database.asked();
        assertThat(refusal(writer.append(seat, clientId, connectionId)).code()).isEqualTo(RequestError.UNAVAILABLE);
        return database.asked() > before;
    }

    @Test
    void whatIsSentDuringTheShutdownIsRefused() {
        OwnWriter writer = OwnWriter.started(nowhere, new FakeMessageConfig(10));
        writer.close();
        assertThat(refusal(writer.append(SEAT, UUID.randomUUID())).code()).isEqualTo(RequestError.UNAVAILABLE);
    }

    private static ParleyException refusal(CompletableFuture<?> answer) {
        CompletionException e = catchThrowableOfType(CompletionException.class, answer::join);
        return (ParleyException) e.getCause();
    }
}
