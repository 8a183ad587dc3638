package chat.parley.shared.web;

import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away or busy (try again) from a statement that is wrong (our fault). */
public final class DatabaseFailures {
    private DatabaseFailures() {}

    /** The retryable error this failure stands for, or null if it is not the database's absence. */
    public static @Nullable ParleyException translate(Throwable e) {
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < 10; depth++, cause = cause.getCause()) {
            if (cause instanceof ParleyException parley) {
                return parley;
            }
            if (cause instanceof SQLException sql && isTransient(sql)) {
                return ParleyException.causedBy(RequestError.UNAVAILABLE, e);
            }
        }
        return null;
    }

    private static boolean isTransient(SQLException e) {
        String state = e.getSQLState();
        return e instanceof SQLTransientException
                || e instanceof SQLRecoverableException
                || e instanceof SQLNonTransientConnectionException
                // 08: connection; 40: deadlock or rollback by the server; no state: the pool gave up waiting
                || state == null
                || state.startsWith("08")
                || state.startsWith("40");
    }
}
