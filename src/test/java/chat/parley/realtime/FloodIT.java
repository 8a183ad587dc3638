package chat.parley.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.BareSocket;
import chat.parley.testing.Frames;
import chat.parley.testing.TestSocket;
import chat.parley.testing.TestUsers;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Clients that speak without end, or ask without reading: they go, and nobody else notices. */
@QuarkusTest
class FloodIT {
    private static final int FRAMES = 10_000;

    @TestHTTPResource
    URI server;

    @Test
    void whoFloodsIsSentAwayAndOthersGoOn() {
        String token = TestUsers.register().accessToken();
        try (TestSocket flooding = TestSocket.open(server, token);
                TestSocket other = TestSocket.open(server, TestUsers.register().accessToken())) {
            for (int i = 0; i < FRAMES / 10; i++) {
                flooding.notify("heartbeat", Map.of());
            }
            assertThat(flooding.closeCode()).isEqualTo(4429);
            assertMayNotComeBackAtOnce(token);
            other.request("room.create", Map.of("name", "Still here"));
        }
    }

    private void assertMayNotComeBackAtOnce(String token) {
        try (TestSocket tooEarly = TestSocket.connect(server)) {
            assertThat(tooEarly.refusal("session.open", Map.of("token", token)))
                    .isEqualTo("realtime.too_many_requests");
            assertThat(tooEarly.closeCode()).isEqualTo(1013);
        }
    }

    @Test
    void whoAsksWithoutReadingIsSentAwayAndOthersGoOn() throws IOException {
        try (Socket silent = BareSocket.open(server);
                TestSocket other = TestSocket.open(server, TestUsers.register().accessToken())) {
            byte[] frame = Frames.masked(
                    Frames.TEXT, "{\"id\":1,\"route\":\"room.nope\",\"body\":{}}".getBytes(StandardCharsets.US_ASCII));
            assertThat(writeUntilCut(silent, frame)).isTrue();
            String room = other.request("room.create", Map.of("name", "Still here"))
                    .get("id")
                    .asText();
            other.request(
                    "room.sendMessage",
                    Map.of("roomId", room, "clientId", UUID.randomUUID().toString(), "text", "hello"));
        }
    }

    @Test
    void pingsWithoutEndAreAbuse() throws IOException {
        try (Socket pinging = BareSocket.open(server)) {
            assertThat(writeUntilCut(pinging, new byte[] {(byte) 0x89, (byte) 0x80, 1, 2, 3, 4}))
                    .isTrue();
        }
    }

    /** Whether the server ended it; it may take the frames of some buffers before that shows. */
    private static boolean writeUntilCut(Socket socket, byte[] frame) throws IOException {
        OutputStream out = socket.getOutputStream();
        try {
            for (int i = 0; i < FRAMES; i++) {
                out.write(frame);
            }
            InputStream in = socket.getInputStream();
            while (in.read(new byte[8192]) >= 0) {
                // What it said before the end does not matter here.
            }
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
