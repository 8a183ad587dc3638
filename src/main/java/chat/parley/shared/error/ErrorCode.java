package chat.parley.shared.error;

/**
 * A failure that callers may rely on. Implemented by one enum per feature; all of them are listed in
 * {@code docs/errors.md}.
 */
public interface ErrorCode {
    /** Stable, unique text such as {@code room.not_a_member}. */
    String code();

    ErrorKind kind();

    /** One English sentence for a person: what happened and what to do. */
    String message();

    default boolean retryable() {
        return kind().retryable();
    }
}
