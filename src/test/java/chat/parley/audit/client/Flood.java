package chat.parley.audit.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One client that asks for very much, as fast as it can, and reads none of it. Its frames are made beforehand and go out
 * over a bare socket, so that it costs the other clients of the same process next to nothing itself.
 */
public final class Flood {
    private static final int FRAMES = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int TEXT = 0x81;
    private static final int PING = 0x89;
    private static final int MASKED = 0x80;
    private static final int TWO_BYTES_OF_LENGTH = 126;

    private final URI server;
    private final Device device;
    private final byte[] requests;

    /** @param roomId a room that it is in */
    public Flood(URI server, Device device, String roomId) {
        this.server = server;
        this.device = device;
        JsonNode page = Http.JSON.createObjectNode().put("roomId", roomId).put("limit", 100);
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int i = 0; i < FRAMES; i++) {
            frames.writeBytes(request(i + 2, "room.history", page));
        }
        requests = frames.toByteArray();
    }

    /**
     * Sends its frames on one connection; returns when the server has ended it, or has stood it for long enough.
     * Interrupting a virtual thread ends it too.
     */
    public void pour() {
        if (device.remaining().compareTo(SOON) < 0) {
            device.renew(server).join();
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            upgrade(socket);
            socket.getOutputStream().write(requests);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                Thread.sleep(LOOK_EVERY);
                socket.getOutputStream().write(frame(PING, new byte[0]));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // the server had enough of it
        }
    }

    private void upgrade(Socket socket) throws IOException {
        String head = """
                GET /ws HTTP/1.1
                Host: %s
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==

                """.formatted(server.getAuthority());
        socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        readUntil(socket.getInputStream(), "\r\n\r\n");
        ObjectNode token = Http.JSON.createObjectNode().put("token", device.accessToken());
        socket.getOutputStream().write(request(1, "session.open", token));
        readUntil(socket.getInputStream(), "\"id\":1");
    }

    private static void readUntil(InputStream in, String mark) throws IOException {
        for (int matched = 0; matched < mark.length(); ) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection ended before " + mark);
            }
            matched = next == mark.charAt(matched) ? matched + 1 : next == mark.charAt(0) ? 1 : 0;
        }
    }

    private static byte[] request(long id, String route, JsonNode body) {
        ObjectNode request = Http.JSON.createObjectNode().put("id", id).put("route", route);
        request.set("body", body);
        return frame(TEXT, request.toString().getBytes(StandardCharsets.UTF_8));
    }

    // A mask of zeros leaves the bytes as they are.
    private static byte[] frame(int type, byte[] body) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(body.length + 8);
        frame.write(type);
        if (body.length < TWO_BYTES_OF_LENGTH) {
            frame.write(MASKED | body.length);
        } else {
            frame.write(MASKED | TWO_BYTES_OF_LENGTH);
            frame.write(body.length >> 8);
            frame.write(body.length);
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(body);
        return frame.toByteArray();
    }
}
