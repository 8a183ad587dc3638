package chat.parley.audit.client;

import chat.parley.testing.Frames;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/**
 * One client that asks for very much, as fast as it can, and reads none of it. Its frames are made beforehand and go out
 * over a bare socket, so that it costs the other clients of the same process next to nothing itself.
 */
public final class Flood {
    private static final int FRAMES = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration SOON = Duration.ofSeconds(30);

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
     * Interrupting a virtual thread ends it too. False if the server did not let it in.
     */
    public boolean pour() {
        boolean in = false;
        try (Socket socket = new Socket()) {
            if (device.remaining().compareTo(SOON) < 0) {
                device.renew(server).join();
            }
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            openSession(socket);
            in = true;
            OutputStream out = socket.getOutputStream();
            out.write(requests);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                Thread.sleep(LOOK_EVERY);
                out.write(Frames.masked(Frames.PING, new byte[0]));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | CompletionException e) {
            // the server is away, or had enough of it
        }
        return in;
    }

    private void openSession(Socket socket) throws IOException {
        socket.getOutputStream().write(Frames.upgrade(server.getPort()));
        readUntil(socket.getInputStream(), "\r\n\r\n");
        ObjectNode token = Http.JSON.createObjectNode().put("token", device.accessToken());
        socket.getOutputStream().write(request(1, "session.open", token));
        readUntil(socket.getInputStream(), "{\"id\":1,\"body\":");
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
        return Frames.masked(Frames.TEXT, request.toString().getBytes(StandardCharsets.UTF_8));
    }
}
