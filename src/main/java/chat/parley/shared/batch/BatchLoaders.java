package chat.parley.shared.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Makes loaders that know of the caller's transaction. */
@ApplicationScoped
public class BatchLoaders {
    private final TransactionSynchronizationRegistry transactions;

    BatchLoaders(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    /** See {@link BatchLoader}. */
    public <K, V> BatchLoader<K, V> of(Function<Set<K>, Map<K, V>> read) {
        return new BatchLoader<>(read, () -> transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION);
    }
}
