package chat.parley.message.repository;

import chat.parley.message.model.Appended;
import chat.parley.message.model.NewMessage;
import java.util.concurrent.CompletableFuture;

/** A message that waits for the writer, and who waits for the outcome. */
record LogEntry(NewMessage message, CompletableFuture<Appended> outcome) {
    static LogEntry of(NewMessage message) {
        return new LogEntry(message, new CompletableFuture<>());
    }
}
