package chat.parley.realtime.model;

/** The bytes' way to one client. Used on its lane only. */
public interface Wire {
    /** The thread that writes to this client. */
    Lane lane();

    /** Whom to call, on the lane, when there is room again after there was none. */
    void whenRoom(Runnable listener);

    /** Whether the network takes more at present; a little more than that is taken all the same. */
    boolean hasRoom();

    /** Hands one frame to the network; it leaves at the end of the lane's turn, or when {@link Lane#leavingAt} says. */
    void write(EncodedFrame frame, boolean binary);

    /** Says goodbye behind what was written; doing it twice does nothing. */
    void close(CloseCode code, String reason);

    /** Cuts the connection in a few seconds, whatever has not left by then. */
    void cutSoon();

    /** Cuts the connection now. */
    void cut();
}
