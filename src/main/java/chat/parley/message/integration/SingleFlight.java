package chat.parley.message.integration;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Lets one do what many want at once; the others wait for its answer, or share its failure. */
final class SingleFlight<K, V> {
    private final Map<K, CompletableFuture<V>> running = new ConcurrentHashMap<>();

    /** The answer of the call under way if there is one, which may be another than this. */
    V get(K key, Supplier<V> call) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> others = running.putIfAbsent(key, mine);
        return others == null ? lead(key, mine, call) : follow(others);
    }

    private V lead(K key, CompletableFuture<V> mine, Supplier<V> call) {
        try {
            V value = call.get();
            running.remove(key, mine);
            mine.complete(value);
            return value;
        } catch (RuntimeException | Error e) {
            running.remove(key, mine);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private static <V> V follow(CompletableFuture<V> others) {
        try {
            return others.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw e;
        }
    }
}
