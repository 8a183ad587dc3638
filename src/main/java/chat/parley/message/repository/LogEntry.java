package chat.parley.message.repository;

import chat.parley.message.model.Appended;
import chat.parley.message.model.NewMessage;
import chat.parley.room.RoomId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A message that waits for the writer, and who waits for the outcome.
 *
 * @param since when it came, in the time of {@link System#nanoTime}
 */
record LogEntry(NewMessage message, CompletableFuture<Appended> outcome, long since) {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    static LogEntry of(NewMessage message) {
        return new LogEntry(message, new CompletableFuture<>(), System.nanoTime());
    }

    RoomId roomId() {
        return message.seat().roomId();
    }

    boolean waitedTooLong() {
        return System.nanoTime() - since > PATIENCE_NANOS;
    }
}
