package chat.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A WebSocket that does nothing by itself: it reads nothing, and answers neither pings nor a close. */
public final class BareSocket {
    private static final int PATIENCE_MILLIS = 30_000;

    private BareSocket() {}

    /** Upgraded, without a session. Reading from it gives up after half a minute. */
    public static Socket open(URI server) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(Frames.upgrade(server.getPort()));
        byte[] answer = socket.getInputStream().readNBytes(12);
        assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 101");
        return socket;
    }
}
