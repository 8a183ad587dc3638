package chat.parley.realtime.integration;

import chat.parley.realtime.model.CloseCode;

/** Bytes from a client that are not what its format says; expected, so it carries no stack trace. */
final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final CloseCode code;

    UnreadableException(String reason) {
        this(CloseCode.PROTOCOL_ERROR, reason);
    }

    UnreadableException(CloseCode code, String reason) {
        super(reason, null, false, false);
        this.code = code;
    }

    CloseCode code() {
        return code;
    }
}
