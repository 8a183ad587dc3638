package chat.parley.shared.batch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads at once what many ask for at the same time. While one reading is under way the next questions gather, and are
 * then read together; nobody waits for company. So thousands who come back after an interruption cost a fraction of as
 * many questions, and a single one costs what it always did. Whatever a caller gets was read after they asked. Any
 * thread.
 *
 * @param <K> what is asked for
 * @param <V> what there is to know of it
 */
public final class BatchLoader<K, V> {
    /** A statement does not take any number of values. Who asks for more at once has a batch of their own. */
    private static final int MAX_KEYS = 512;

    private final Function<Set<K>, Map<K, V>> read;
    private final BooleanSupplier inTransaction;
    private final ReentrantLock reading = new ReentrantLock();
    private @Nullable Batch<K, V> gathering;

    private static final class Batch<K, V> {
        private final Set<K> keys = new HashSet<>();
        private final CompletableFuture<Map<K, V>> values = new CompletableFuture<>();
    }

    /**
     * A loader.
     *
     * @param read finds the values of some keys, which are at least one; keys without a value are left out
     * @param inTransaction whether the caller is in a transaction; they then read alone, as the transaction sees it
     */
    public BatchLoader(Function<Set<K>, Map<K, V>> read, BooleanSupplier inTransaction) {
        this.read = read;
        this.inTransaction = inTransaction;
    }

    /** Empty if the key has no value. Throws what the reading throws. */
    public Optional<V> load(K key) {
        return Optional.ofNullable(load(Set.of(key)).get(key));
    }

    /** The values of these keys; those that have none are left out. Throws what the reading throws. */
    public Map<K, V> load(Set<K> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        if (inTransaction.getAsBoolean()) {
            return read.apply(keys);
        }
        Batch<K, V> batch = join(keys);
        try {
            Map<K, V> all = batch.values.join();
            Map<K, V> wanted = HashMap.newHashMap(keys.size());
            for (K key : keys) {
                V value = all.get(key);
                if (value != null) {
                    wanted.put(key, value);
                }
            }
            return wanted;
        } catch (CompletionException e) {
            // What cannot be read for one must not fail the others.
            return read.apply(keys);
        }
    }

    private Batch<K, V> join(Set<K> keys) {
        Batch<K, V> batch;
        boolean leads;
        synchronized (this) {
            Batch<K, V> open = gathering;
            leads = open == null || open.keys.size() + keys.size() > MAX_KEYS;
            batch = leads || open == null ? new Batch<>() : open;
            gathering = batch;
            batch.keys.addAll(keys);
        }
        if (leads) {
            lead(batch);
        }
        return batch;
    }

    private void lead(Batch<K, V> batch) {
        reading.lock();
        try {
            synchronized (this) {
                if (gathering == batch) {
                    gathering = null;
                }
            }
            batch.values.complete(read.apply(batch.keys));
        } catch (RuntimeException | Error e) {
            batch.values.completeExceptionally(e);
        } finally {
            reading.unlock();
        }
    }
}
