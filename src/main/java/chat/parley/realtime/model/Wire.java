package chat.parley.realtime.model;

import java.util.concurrent.CompletionStage;

/** The bytes' way to one client. */
public interface Wire {
    /** Hands one frame to the network; completes when it left this process. Any thread, never blocks. */
    CompletionStage<?> write(byte[] frame, boolean binary);

    /** Ends the connection; doing it twice does nothing. */
    void close(CloseCode code, String reason);
}
