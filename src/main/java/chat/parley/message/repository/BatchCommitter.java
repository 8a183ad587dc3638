package chat.parley.message.repository;

import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import chat.parley.shared.web.DatabaseFailures;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Commits a batch, or finds out which of its entries cannot be committed: one bad entry fails alone.
 *
 * <p>When the connection breaks during the commit, nobody knows whether it happened. The senders are told to try again,
 * and their {@code clientId} finds the stored message if it did.
 */
@ApplicationScoped
class BatchCommitter {
    private static final Logger LOG = Logger.getLogger(BatchCommitter.class);
    private static final int MAX_ATTEMPTS = 4;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final DataSource database;
    private final BatchTransaction transaction;

    BatchCommitter(DataSource database, BatchTransaction transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** Returns what to tell each sender, in the order of the entries. Never throws. */
    List<Runnable> commit(List<LogEntry> batch) {
        for (int attempt = 1; ; attempt++) {
            try {
                return commitOnce(batch);
            } catch (SQLException | RuntimeException e) {
                if (isRolledBackByServer(e) && attempt < MAX_ATTEMPTS) {
                    continue;
                }
                return afterFailure(batch, e);
            }
        }
    }

    private List<Runnable> commitOnce(List<LogEntry> batch) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<Runnable> outcomes = transaction.run(connection, batch);
                connection.commit();
                return outcomes;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            } finally {
                restoreAutoCommit(connection);
            }
        }
    }

    private List<Runnable> afterFailure(List<LogEntry> batch, Exception e) {
        if (DatabaseFailures.translate(e) != null) {
            LOG.warnf("%d messages could not be stored, their senders are told to try again: %s", batch.size(), e);
            return batch.stream().map(entry -> fail(entry, unavailable(e))).toList();
        }
        if (batch.size() == 1) {
            LOG.error("a message could not be stored", e);
            return List.of(fail(batch.getFirst(), ParleyException.causedBy(RequestError.INTERNAL, e)));
        }
        LOG.warnf("a batch of %d was refused (%s); its messages are stored one by one", batch.size(), e);
        List<Runnable> outcomes = new ArrayList<>();
        batch.forEach(entry -> outcomes.addAll(commit(List.of(entry))));
        return outcomes;
    }

    private static Runnable fail(LogEntry entry, ParleyException reason) {
        return () -> entry.outcome().completeExceptionally(reason);
    }

    private static ParleyException unavailable(Exception e) {
        ParleyException known = ParleyException.retryAfter(RequestError.UNAVAILABLE, RETRY_AFTER);
        known.addSuppressed(e);
        return known;
    }

    /** Deadlock or lock wait: the server has undone everything, so the same work may simply be done again. */
    private static boolean isRolledBackByServer(Exception e) {
        return e instanceof SQLException sql
                && ("40001".equals(sql.getSQLState()) || sql.getErrorCode() == 1205 || sql.getErrorCode() == 1213);
    }

    private static void rollBack(Connection connection, Exception reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private static void restoreAutoCommit(Connection connection) {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.debugf("the connection is of no more use: %s", e);
        }
    }
}
