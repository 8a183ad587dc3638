package chat.parley.embedded;

/** The server cannot start, for a reason that its operator can do something about: the message is written for them. */
public final class StartFailure extends RuntimeException {
    public StartFailure(String message) {
        super(message);
    }

    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
