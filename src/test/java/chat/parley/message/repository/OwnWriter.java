package chat.parley.message.repository;

import chat.parley.message.model.Appended;
import chat.parley.message.model.Message;
import chat.parley.message.model.MessagesCommitted;
import chat.parley.message.model.NewMessage;
import chat.parley.message.port.MessageConfig;
import chat.parley.room.Seat;
import chat.parley.testing.Json;
import chat.parley.testing.NobodyListens;
import chat.parley.testing.RecordedEvents;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A writer as every node has one, beside that of the server under test. */
final class OwnWriter implements AutoCloseable {
    private final RecordedEvents<MessagesCommitted> events = new RecordedEvents<>();
    private final LogConnection connection;
    private final LogWriter writer;

    private OwnWriter(DataSource database, MessageConfig config) {
        MessageRows rows = new MessageRows(Json.mapper());
        BatchReads reads = new BatchReads(rows);
        LogMetrics metrics = new LogMetrics(new SimpleMeterRegistry());
        connection = new LogConnection(database);
        BatchCommitter committer =
                new BatchCommitter(connection, new BatchTransaction(reads, new BatchWrites(rows)), reads, metrics);
        writer = new LogWriter(
                committer, new OutcomeTeller(events, new NobodyListens()), new SendOrder(), config, metrics);
    }

    static OwnWriter started(DataSource database, MessageConfig config) {
        OwnWriter own = new OwnWriter(database, config);
        own.writer.start(new StartupEvent());
        return own;
    }

    /** It takes messages, and does nothing with them. */
    static OwnWriter idle(DataSource database, MessageConfig config) {
        return new OwnWriter(database, config);
    }

    void begin() {
        writer.start(new StartupEvent());
    }

    /** A message that stands alone. */
    CompletableFuture<Appended> append(Seat seat, UUID clientId) {
        return append(seat, clientId, null);
    }

    CompletableFuture<Appended> append(Seat seat, UUID clientId, @Nullable String connectionId) {
        Instant now = Instant.parse("2026-11-22T15:00:00.123Z");
        return writer.append(new NewMessage(seat, clientId, "text " + clientId, null, null, null, connectionId, now))
                .toCompletableFuture();
    }

    /** Everything it announced so far, in this order. */
    List<Message> announced() {
        return events.fired().stream()
                .flatMap(event -> event.messages().stream())
                .toList();
    }

    @Override
    public void close() {
        try {
            writer.stop(new ShutdownEvent());
            connection.discard();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
