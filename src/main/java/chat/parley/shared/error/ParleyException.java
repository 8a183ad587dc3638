package chat.parley.shared.error;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a use case with an {@link ErrorCode}; handlers turn it into a problem document or a socket error. */
public final class ParleyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    private final transient List<FieldError> fields;
    private final transient @Nullable Duration retryAfter;

    private ParleyException(
            ErrorCode code,
            String message,
            List<FieldError> fields,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        // Expected outcomes carry no stack trace: filling it in is the dearest part of a refusal.
        super(message, cause, false, cause != null);
        this.code = code;
        this.fields = List.copyOf(fields);
        this.retryAfter = retryAfter;
    }

    public static ParleyException of(ErrorCode code) {
        return new ParleyException(code, code.message(), List.of(), null, null);
    }

    public static ParleyException of(ErrorCode code, String message) {
        return new ParleyException(code, message, List.of(), null, null);
    }

    public static ParleyException of(ErrorCode code, List<FieldError> fields) {
        return new ParleyException(code, code.message(), fields, null, null);
    }

    public static ParleyException onField(ErrorCode code, String pointer, String detail) {
        return of(code, List.of(new FieldError(pointer, detail)));
    }

    public static ParleyException retryAfter(ErrorCode code, Duration retryAfter) {
        return new ParleyException(code, code.message(), List.of(), retryAfter, null);
    }

    public static ParleyException causedBy(ErrorCode code, Throwable cause) {
        return new ParleyException(code, code.message(), List.of(), null, cause);
    }

    public ErrorCode code() {
        return code;
    }

    /** Empty unless single values are to blame. */
    public List<FieldError> fields() {
        return fields;
    }

    /** How long the caller should wait before the next try; null when unknown. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
