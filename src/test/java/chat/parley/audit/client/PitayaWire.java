package chat.parley.audit.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.zip.DeflaterOutputStream;

/**
 * Pitaya's client protocol in binary frames, written from its description and sharing nothing with the server's codec.
 * Every other request is compressed, as some clients do.
 */
final class PitayaWire implements ClientWire {
    private static final int HANDSHAKE = 1;
    private static final int ACKNOWLEDGEMENT = 2;
    private static final int HEARTBEAT = 3;
    private static final int DATA = 4;
    private static final int KICK = 5;
    private static final int REQUEST = 0;
    private static final int NOTIFY = 1;
    private static final int RESPONSE = 2;
    private static final int PUSH = 3;
    private static final int COMPRESSED = 0x10;
    private static final int ERROR = 0x20;
    private static final JsonNode NOTHING = Http.JSON.createObjectNode();

    private final Listener listener;
    private final ClientSocket socket;

    private PitayaWire(Listener listener) {
        this.listener = listener;
        this.socket = new ClientSocket(listener, new Frames());
    }

    static ClientWire connect(URI server, Listener listener) {
        PitayaWire wire = new PitayaWire(listener);
        wire.socket.connect(server);
        return wire;
    }

    @Override
    public void open(JsonNode body) {
        ObjectNode handshake = Http.JSON.createObjectNode();
        handshake.putObject("sys").put("type", "parley-audit").put("version", "1");
        handshake.set("user", body);
        send(HANDSHAKE, bytes(handshake));
    }

    @Override
    public void request(long id, String route, JsonNode body) {
        boolean compressed = id % 2 == 0;
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(REQUEST << 1 | (compressed ? COMPRESSED : 0));
        for (long rest = id; ; rest >>>= 7) {
            if (rest < 0x80) {
                message.write((int) rest);
                break;
            }
            message.write((int) (rest & 0x7f | 0x80));
        }
        route(message, route);
        message.writeBytes(compressed ? deflated(bytes(body)) : bytes(body));
        send(DATA, message.toByteArray());
    }

    @Override
    public void notify(String route, JsonNode body) {
        if (route.equals("heartbeat")) {
            send(HEARTBEAT, new byte[0]);
            return;
        }
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(NOTIFY << 1);
        route(message, route);
        message.writeBytes(bytes(body));
        send(DATA, message.toByteArray());
    }

    private static void route(ByteArrayOutputStream message, String route) {
        byte[] name = route.getBytes(StandardCharsets.UTF_8);
        message.write(name.length);
        message.writeBytes(name);
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private void send(int type, byte[] body) {
        ByteBuffer packet = ByteBuffer.allocate(4 + body.length);
        packet.putInt(type << 24 | body.length).put(body).flip();
        socket.send(packet);
    }

    @Override
    public void pause() {
        socket.pause();
    }

    @Override
    public void resume() {
        socket.resume();
    }

    @Override
    public void cut() {
        socket.cut();
    }

    @Override
    public void close() {
        socket.close();
    }

    // --- what arrives ---------------------------------------------------------------------------------------------

    private void frame(ByteBuffer packets) throws IOException {
        while (packets.hasRemaining()) {
            int header = packets.getInt();
            byte[] body = new byte[header & 0xffffff];
            packets.get(body);
            packet(header >>> 24, ByteBuffer.wrap(body));
        }
    }

    private void packet(int type, ByteBuffer body) throws IOException {
        switch (type) {
            case HANDSHAKE -> {
                JsonNode answer = json(body);
                if (answer.path("code").asInt() != 200) {
                    throw new IOException("the handshake was answered with " + answer);
                }
                send(ACKNOWLEDGEMENT, new byte[0]);
            }
            case HEARTBEAT -> listener.pushed("heartbeat", NOTHING);
            case DATA -> message(body);
            case KICK -> {
                // the close frame follows, and says why
            }
            default -> throw new IOException("there is no packet of type " + type);
        }
    }

    private void message(ByteBuffer body) throws IOException {
        int flag = body.get();
        switch (flag >> 1 & 7) {
            case RESPONSE -> {
                long id = 0;
                int group;
                int shift = 0;
                do {
                    group = body.get();
                    id |= (long) (group & 0x7f) << shift;
                    shift += 7;
                } while (group < 0);
                response(id, (flag & ERROR) != 0, json(body));
            }
            case PUSH -> {
                byte[] route = new byte[body.get() & 0xff];
                body.get(route);
                push(new String(route, StandardCharsets.UTF_8), json(body));
            }
            default -> throw new IOException("a message has the flag " + flag);
        }
    }

    private void response(long id, boolean failed, JsonNode body) {
        if (failed) {
            listener.refused(id, ServerError.fromPitaya(body));
        } else {
            listener.answered(id, body);
        }
    }

    private void push(String route, JsonNode body) {
        if (route.equals("session.opened")) {
            listener.opened(body);
        } else {
            listener.pushed(route, body);
        }
    }

    private static JsonNode json(ByteBuffer rest) throws IOException {
        return Http.JSON.readTree(rest.array(), rest.position(), rest.remaining());
    }

    private final class Frames extends ClientSocket.Frames {
        private final ByteArrayOutputStream frame = new ByteArrayOutputStream();

        @Override
        public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
            byte[] piece = new byte[data.remaining()];
            data.get(piece);
            frame.writeBytes(piece);
            if (last) {
                try {
                    frame(ByteBuffer.wrap(frame.toByteArray()));
                } catch (IOException | RuntimeException e) {
                    socket.fail("what came is no frame: " + e);
                }
                frame.reset();
            }
            more();
            return null;
        }
    }
}
