package chat.parley.realtime.model;

/** Why the server ends a connection; the number is the WebSocket close code. */
public enum CloseCode {
    /** The server stops or hands over; come back after the announced delay. */
    RESTARTING(1012),
    /** The session could not be opened right now; come back with back-off. */
    TRY_AGAIN_LATER(1013),
    /** Too many frames that break the protocol; the client is wrong. */
    PROTOCOL_ERROR(4400),
    /** No session was opened in time, or its token was refused or ran out. */
    UNAUTHENTICATED(4401),
    /** The session was revoked or the account disabled. */
    REVOKED(4403),
    HEARTBEAT_MISSED(4408),
    FRAME_TOO_LARGE(4413),
    /** The client does not read fast enough; it loses nothing by coming back and syncing. */
    TOO_SLOW(4429);

    private final int number;

    CloseCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
