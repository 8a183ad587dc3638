package chat.parley.realtime;

import chat.parley.shared.error.ErrorCode;
import chat.parley.shared.error.ErrorKind;

/** What Pitaya's clients know as the framework's own errors; on that wire format only. */
public enum PitayaError implements ErrorCode {
    UNAUTHORIZED("PIT-000", ErrorKind.UNAUTHENTICATED, "unauthorized"),
    BAD_REQUEST("PIT-400", ErrorKind.MALFORMED, "bad request"),
    NOT_FOUND("PIT-404", ErrorKind.NOT_FOUND, "not found");

    private final String code;
    private final ErrorKind kind;
    private final String message;

    PitayaError(String code, ErrorKind kind, String message) {
        this.code = code;
        this.kind = kind;
        this.message = message;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }

    @Override
    public String message() {
        return message;
    }
}
