package chat.parley.message;

import chat.parley.shared.error.ErrorCode;
import chat.parley.shared.error.ErrorKind;

/** What can go wrong with messages. */
public enum MessageError implements ErrorCode {
    NOT_FOUND("message.not_found", ErrorKind.NOT_FOUND, "There is no such message in this room."),
    EMPTY("message.empty", ErrorKind.INVALID, "A message needs text, or a file."),
    TOO_LONG("message.too_long", ErrorKind.TOO_LARGE, "The text is too long; shorten it or send it in parts."),
    RECALL_FORBIDDEN(
            "message.recall_forbidden",
            ErrorKind.FORBIDDEN,
            "Only the author or an admin of the room can recall a message."),
    NOT_RECALLABLE("message.not_recallable", ErrorKind.CONFLICT, "The room's own notices cannot be recalled."),
    RECALLED("message.recalled", ErrorKind.CONFLICT, "This message was recalled; there is nothing left to change."),
    EDIT_FORBIDDEN("message.edit_forbidden", ErrorKind.FORBIDDEN, "Only its author can edit a message."),
    NOT_EDITABLE("message.not_editable", ErrorKind.CONFLICT, "The room's own notices cannot be edited."),
    TOO_MANY_EDITS(
            "message.too_many_edits",
            ErrorKind.CONFLICT,
            "This message was edited too often; write a new one instead."),
    VERSIONS_FORBIDDEN(
            "message.versions_forbidden",
            ErrorKind.FORBIDDEN,
            "Only the author and the admins of the room can see what a message said before."),
    TOO_MANY_REACTIONS(
            "message.too_many_reactions", ErrorKind.CONFLICT, "This message has as many reactions as it can take."),
    NOT_PINNABLE("message.not_pinnable", ErrorKind.CONFLICT, "The room's own notices cannot be pinned."),
    TOO_MANY_PINS(
            "message.too_many_pins",
            ErrorKind.CONFLICT,
            "So many messages are pinned in this room that another one must be unpinned first."),
    CLIENT_ID_ELSEWHERE(
            "message.client_id_elsewhere",
            ErrorKind.CONFLICT,
            "You used this clientId for a message in another room; make a new one for each message."),
    SEARCH_EMPTY("message.search_empty", ErrorKind.INVALID, "Say what to look for: words, or a filter."),
    SEARCH_TIMEOUT(
            "message.search_timeout",
            ErrorKind.UNAVAILABLE,
            "The search took too long; add a word or a filter, or try again."),
    SEARCH_BUSY(
            "message.search_busy",
            ErrorKind.UNAVAILABLE,
            "Too many people are searching at this moment; try again in a few seconds."),
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
