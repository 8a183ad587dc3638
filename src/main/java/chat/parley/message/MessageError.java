package chat.parley.message;

import chat.parley.shared.error.ErrorCode;
import chat.parley.shared.error.ErrorKind;

/** What can go wrong with messages. */
public enum MessageError implements ErrorCode {
    NOT_FOUND("message.not_found", ErrorKind.NOT_FOUND, "There is no such message in this room."),
    EMPTY("message.empty", ErrorKind.INVALID, "A message needs text."),
    TOO_LONG("message.too_long", ErrorKind.TOO_LARGE, "The text is too long; shorten it or send it in parts."),
    RECALL_FORBIDDEN(
            "message.recall_forbidden",
            ErrorKind.FORBIDDEN,
            "Only the author or an admin of the room can recall a message."),
    NOT_RECALLABLE("message.not_recallable", ErrorKind.CONFLICT, "The room's own notices cannot be recalled."),
    CLIENT_ID_ELSEWHERE(
            "message.client_id_elsewhere",
            ErrorKind.CONFLICT,
            "You used this clientId for a message in another room; make a new one for each message."),
    QUEUE_FULL(
            "message.queue_full",
            ErrorKind.UNAVAILABLE,
            "The server is taking more messages than it can store; try again.");

    private final String code;
    private final ErrorKind kind;
    private final String message;

    MessageError(String code, ErrorKind kind, String message) {
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
