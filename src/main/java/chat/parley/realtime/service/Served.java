package chat.parley.realtime.service;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the bus, but not for long: what is missed without it is read from the database later. */
final class Served {
    private static final long PATIENCE_SECONDS = 2;

    private Served() {}

    static void await(Collection<CompletionStage<Void>> topics) {
        CompletableFuture<?>[] all =
                topics.stream().map(CompletionStage::toCompletableFuture).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(all).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // The bus is down or slow. Once it is up again, or at the next sweep, the position shows what is missing.
        }
    }
}
