package chat.parley.message.repository;

import chat.parley.shared.web.DatabaseFailures;
import java.sql.SQLException;

/** Why a batch could not be committed, and so what to do next. */
enum Failure {
    /** A key is taken: somebody repeats a message, on this node or another. */
    DUPLICATE,
    /** The server undid the transaction in favour of another; the same work may simply be done again. */
    DEADLOCK,
    /** Somebody holds a room for too long. The server undid only the statement. */
    LOCK_WAIT,
    /** The database is away, or does not answer. */
    UNAVAILABLE,
    /** The statement itself is refused. */
    REFUSED;

    private static final int DUPLICATE_ENTRY = 1062;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int LOCK_DEADLOCK = 1213;

    static Failure of(Exception e) {
        int number = e instanceof SQLException sql ? sql.getErrorCode() : 0;
        return switch (number) {
            case DUPLICATE_ENTRY -> DUPLICATE;
            case LOCK_DEADLOCK -> DEADLOCK;
            case LOCK_WAIT_TIMEOUT -> LOCK_WAIT;
            default -> DatabaseFailures.translate(e) != null ? UNAVAILABLE : REFUSED;
        };
    }
}
