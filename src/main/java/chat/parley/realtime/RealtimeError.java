package chat.parley.realtime;

import chat.parley.shared.error.ErrorCode;
import chat.parley.shared.error.ErrorKind;

/** What can go wrong with frames, before any feature sees them. */
public enum RealtimeError implements ErrorCode {
    UNKNOWN_ROUTE("realtime.unknown_route", ErrorKind.NOT_FOUND, "There is no such route."),
    NEEDS_ID("realtime.needs_id", ErrorKind.MALFORMED, "This route has an answer: send it with an id."),
    DUPLICATE_ID(
            "realtime.duplicate_id", ErrorKind.MALFORMED, "A request with this id is still unanswered; count ids up."),
    FRAME_TOO_LARGE("realtime.frame_too_large", ErrorKind.TOO_LARGE, "The frame is larger than the server takes."),
    BINARY("realtime.binary", ErrorKind.MALFORMED, "Send JSON in text frames."),
    ALREADY_OPEN(
            "realtime.already_open", ErrorKind.CONFLICT, "This connection has a session already; use session.refresh."),
    TOO_MANY_REQUESTS("realtime.too_many_requests", ErrorKind.RATE_LIMITED, "Too many requests at once; slow down.");

    private final String code;
    private final ErrorKind kind;
    private final String message;

    RealtimeError(String code, ErrorKind kind, String message) {
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
