package chat.parley.message.repository;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The writer's own connection. It is kept from batch to batch with auto-commit off, so that a batch costs its
 * statements and one COMMIT, and nothing else. Used by the writer's thread only.
 */
@ApplicationScoped
class LogConnection {
    private static final Logger LOG = Logger.getLogger(LogConnection.class);
    private static final long RESTED_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int CHECK_SECONDS = 2;

    private final DataSource database;
    private @Nullable Connection connection;
    private long lastUsed;

    LogConnection(@Named("log") DataSource database) {
        this.database = database;
    }

    /** An open one, outside of a transaction. One that rested for long is tried first. */
    Connection get() throws SQLException {
        Connection kept = connection;
        if (kept != null && System.nanoTime() - lastUsed > RESTED_NANOS && !kept.isValid(CHECK_SECONDS)) {
            discard();
            kept = null;
        }
        if (kept == null) {
            kept = database.getConnection();
            connection = kept;
            kept.setAutoCommit(false);
        }
        lastUsed = System.nanoTime();
        return kept;
    }

    /** Undoes what was not committed. */
    void rollBack() {
        try {
            if (connection != null) {
                connection.rollback();
            }
        } catch (SQLException e) {
            LOG.debugf("cannot be rolled back: %s", e);
            discard();
        }
    }

    /** Ends this one; the next {@link #get} opens another. The server undoes what was not committed. */
    @PreDestroy
    void discard() {
        Connection given = connection;
        connection = null;
        if (given == null) {
            return;
        }
        try {
            // The pool is told to keep none that was closed.
            given.close();
        } catch (SQLException e) {
            LOG.debugf("the connection was gone already: %s", e);
        }
    }
}
