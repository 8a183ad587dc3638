package chat.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * A client that speaks Pitaya's format over a real socket. It shares no code with the server's codec, and checks what it
 * is told against the published document.
 */
public final class PitayaSocket implements AutoCloseable {
    public static final byte[] ACKNOWLEDGEMENT = {2, 0, 0, 0};
    public static final byte[] HEARTBEAT = {3, 0, 0, 0};
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PATIENCE_SECONDS = 20;

    private final List<JsonNode> greetings = new CopyOnWriteArrayList<>();
    private final Map<Integer, CompletableFuture<Answer>> answers = new ConcurrentHashMap<>();
    private final List<Push> pushes = new CopyOnWriteArrayList<>();
    private final List<String> packets = new CopyOnWriteArrayList<>();
    private final Map<Integer, String> routes = new ConcurrentHashMap<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;
    private int lastId;

    private PitayaSocket(URI address) {
        socket = HTTP.newWebSocketBuilder().buildAsync(address, new Listener()).join();
    }

    /** What answered a request. */
    public record Answer(boolean failed, JsonNode body) {}

    public record Push(String route, JsonNode body) {}

    public static PitayaSocket connect(URI server) {
        return new PitayaSocket(URI.create("ws://" + server.getAuthority() + "/ws"));
    }

    /** Connects, shakes hands and opens a session with it. */
    public static PitayaSocket open(URI server, String token) {
        PitayaSocket socket = connect(server).shakeHands(Map.of("user", Map.of("token", token)));
        socket.awaitPush("session.opened");
        return socket;
    }

    /** Greets, waits for the answer and acknowledges it. */
    public PitayaSocket shakeHands(Object greeting) {
        assertThat(greet(greeting).get("code").asInt()).isEqualTo(200);
        raw(ACKNOWLEDGEMENT);
        return this;
    }

    /** The answer to the greeting. */
    public JsonNode greet(Object greeting) {
        int before = greetings.size();
        raw(packet(1, write(greeting)));
        await().until(() -> greetings.size() > before || closed.isDone());
        return greetings.getLast();
    }

    public Answer request(String route, Object body) {
        return request(route, write(body));
    }

    public Answer request(String route, byte[] body) {
        int id = ++lastId;
        routes.put(id, route.replaceFirst("^chat\\.", ""));
        return get(expect(id, () -> raw(data(0, id, route, body))));
    }

    /** Sends bytes and waits for the answer to this id. */
    public Answer answerTo(int id, byte[] frame) {
        return get(expect(id, () -> raw(frame)));
    }

    private CompletableFuture<Answer> expect(int id, Runnable send) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        answers.put(id, answer);
        send.run();
        return answer;
    }

    public void notify(String route, Object body) {
        raw(data(2, 0, route, write(body)));
    }

    public void raw(byte[] frame) {
        socket.sendBinary(ByteBuffer.wrap(frame), true).join();
    }

    public void text(String frame) {
        socket.sendText(frame, true).join();
    }

    public static byte[] packet(int type, byte[] body) {
        return ByteBuffer.allocate(4 + body.length)
                .putInt(type << 24 | body.length)
                .put(body)
                .array();
    }

    /** A data packet; ids up to 127. */
    public static byte[] data(int flag, int id, String route, byte[] body) {
        byte[] name = route.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(flag);
        if ((flag & 0x0e) == 0) {
            message.write(id);
        }
        message.write(name.length);
        message.writeBytes(name);
        message.writeBytes(body);
        return packet(4, message.toByteArray());
    }

    public List<JsonNode> pushes(String route) {
        return pushes.stream()
                .filter(push -> push.route().equals(route))
                .map(Push::body)
                .toList();
    }

    public JsonNode awaitPush(String route) {
        await().atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .until(() -> !pushes(route).isEmpty() || closed.isDone());
        assertThat(pushes(route)).as("pushes of %s; %s", route, packets).isNotEmpty();
        return pushes(route).getFirst();
    }

    /** One word for each packet so far, in the order of arrival. */
    public List<String> packets() {
        return packets;
    }

    public int closeCode() {
        return get(closed);
    }

    private static <T> T get(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        socket.abort();
        assertThat(violations)
                .as("frames that docs/asyncapi.yaml does not allow")
                .isEmpty();
    }

    private static byte[] write(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void arrived(byte[] frame) throws IOException {
        ByteBuffer packet = ByteBuffer.wrap(frame);
        int header = packet.getInt();
        assertThat(header & 0xffffff).as("one packet in a frame").isEqualTo(packet.remaining());
        switch (header >>> 24) {
            case 1 -> {
                greetings.add(JSON.readTree(rest(packet)));
                packets.add("handshake");
            }
            case 3 -> packets.add("heartbeat");
            case 4 -> message(packet);
            case 5 -> packets.add("kick");
            default -> throw new AssertionError("a server never sends packets of type " + (header >>> 24));
        }
    }

    private void message(ByteBuffer message) throws IOException {
        int flag = message.get();
        if (flag == 6) {
            byte[] route = new byte[message.get() & 0xff];
            message.get(route);
            String name = new String(route, StandardCharsets.UTF_8);
            JsonNode body = JSON.readTree(rest(message));
            violations.addAll(FrameContract.shipped()
                    .ofPush(name, frame().put("route", name).set("body", body)));
            pushes.add(new Push(name, body));
            packets.add(name);
        } else {
            assertThat(flag).isIn(0x04, 0x24);
            int id = message.get();
            CompletableFuture<Answer> answer = answers.remove(id);
            assertThat(answer).as("nobody asked with id %s", id).isNotNull();
            packets.add("response");
            JsonNode body = JSON.readTree(rest(message));
            String route = routes.remove(id);
            if (flag == 0x04 && route != null) {
                violations.addAll(FrameContract.shipped()
                        .ofAnswer(route, frame().put("id", id).set("body", body)));
            }
            answer.complete(new Answer(flag == 0x24, body));
        }
    }

    /** What the JSON format would have around the body; the document describes that. */
    private static ObjectNode frame() {
        return JSON.createObjectNode();
    }

    private static byte[] rest(ByteBuffer buffer) {
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return rest;
    }

    private final class Listener implements WebSocket.Listener {
        private final ByteArrayOutputStream frame = new ByteArrayOutputStream();

        @Override
        public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
            frame.writeBytes(rest(data));
            if (last) {
                try {
                    arrived(frame.toByteArray());
                } catch (IOException | RuntimeException | AssertionError e) {
                    packets.add("unreadable: " + e);
                }
                frame.reset();
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            packets.add("text: " + data);
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}
