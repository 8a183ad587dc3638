package chat.parley.shared.error;

/** What sort of failure an {@link ErrorCode} is. It knows no transport: each handler layer translates it. */
public enum ErrorKind {
    /** The bytes are not what the format asks for. */
    MALFORMED(false),
    /** Well-formed, but a value breaks a rule. */
    INVALID(false),
    /** Nobody is signed in, or the proof of it is no longer good. */
    UNAUTHENTICATED(false),
    FORBIDDEN(false),
    /** Also the answer where telling "forbidden" would reveal that the thing exists. */
    NOT_FOUND(false),
    CONFLICT(false),
    TOO_LARGE(false),
    RATE_LIMITED(true),
    /** A dependency is away or the server is full; what has a key is repeated with the same key. */
    UNAVAILABLE(true),
    INTERNAL(true);

    private final boolean retryable;

    ErrorKind(boolean retryable) {
        this.retryable = retryable;
    }

    /** Whether the same call may succeed later without being changed. */
    public boolean retryable() {
        return retryable;
    }
}
