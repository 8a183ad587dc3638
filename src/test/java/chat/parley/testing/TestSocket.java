package chat.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A client that speaks the JSON protocol over a real socket and remembers all it was told. Every frame is checked
 * against the published document, and {@link #close} fails if one was not right.
 */
public final class TestSocket implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PATIENCE_SECONDS = 20;

    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> unanswered = new ConcurrentHashMap<>();
    private final List<JsonNode> pushes = new CopyOnWriteArrayList<>();
    private final List<JsonNode> strayErrors = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final FrameCheck check = new FrameCheck();
    private final WebSocket socket;
    private CompletableFuture<?> lastWrite = CompletableFuture.completedFuture(null);

    private TestSocket(URI address) {
        socket = HTTP.newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .buildAsync(address, new Listener())
                .join();
    }

    /** Connects without opening a session. */
    public static TestSocket connect(URI server) {
        return new TestSocket(URI.create("ws://" + server.getAuthority() + "/ws"));
    }

    /** Connects and opens a session. */
    public static TestSocket open(URI server, String token) {
        TestSocket socket = connect(server);
        socket.request("session.open", Map.of("token", token));
        return socket;
    }

    /** The body of the answer; fails the test if it is an error. */
    public JsonNode request(String route, Object body) {
        JsonNode answer = ask(route, body);
        assertThat(answer.has("error")).as("%s answered %s", route, answer).isFalse();
        return answer.get("body");
    }

    /** The code of the error that the request must end with. */
    public String refusal(String route, Object body) {
        JsonNode answer = ask(route, body);
        assertThat(answer.has("error")).as("%s answered %s", route, answer).isTrue();
        return answer.get("error").get("code").asText();
    }

    private JsonNode ask(String route, Object body) {
        return get(send(route, body));
    }

    /** Sends without waiting; the stage ends with the whole answer frame. */
    public CompletableFuture<JsonNode> send(String route, Object body) {
        long id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        unanswered.put(id, answer);
        ObjectNode frame = JSON.createObjectNode().put("id", id).put("route", route);
        frame.set("body", JSON.valueToTree(body));
        raw(frame.toString());
        if (closed.isDone()) {
            answer.completeExceptionally(new IllegalStateException("closed"));
        }
        return answer;
    }

    public void notify(String route, Object body) {
        ObjectNode frame = JSON.createObjectNode().put("route", route);
        frame.set("body", JSON.valueToTree(body));
        raw(frame.toString());
    }

    /** Writes a text frame as it is. */
    public synchronized void raw(String frame) {
        check.sent(frame);
        lastWrite = lastWrite.thenCompose(done -> socket.sendText(frame, true));
    }

    public synchronized void raw(byte[] frame) {
        lastWrite = lastWrite.thenCompose(done -> socket.sendBinary(ByteBuffer.wrap(frame), true));
    }

    /** Every push so far, in the order of arrival. */
    public List<JsonNode> pushes(String route) {
        return pushes.stream()
                .filter(push -> push.get("route").asText().equals(route))
                .map(push -> push.get("body"))
                .toList();
    }

    /** Those about one room. */
    public List<JsonNode> pushes(String route, String roomId) {
        return pushes(route).stream()
                .filter(push -> push.path("roomId").asText().equals(roomId))
                .toList();
    }

    /** Waits until this many pushes of the route have come. */
    public List<JsonNode> awaitPushes(String route, int count) {
        await().atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(pushes(route)).hasSizeGreaterThanOrEqualTo(count));
        return pushes(route);
    }

    /** Errors that answered no request. */
    public List<JsonNode> strayErrors() {
        return strayErrors;
    }

    /** Waits until the server closed the connection. */
    public int closeCode() {
        return get(closed);
    }

    /** Cuts the connection without a word. */
    public void cut() {
        socket.abort();
    }

    private static <T> T get(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(e -> null);
        socket.abort();
        check.assertClean();
    }

    private void arrived(String object) {
        check.received(object);
        try {
            JsonNode frame = JSON.readTree(object);
            if (frame.has("route")) {
                pushes.add(frame);
                if (frame.get("route").asText().equals("heartbeat")) {
                    notify("heartbeat", Map.of());
                }
            } else if (frame.has("id")) {
                CompletableFuture<JsonNode> answer =
                        unanswered.remove(frame.get("id").asLong());
                assertThat(answer).as("nobody asked for %s", object).isNotNull();
                answer.complete(frame);
            } else {
                strayErrors.add(frame.get("error"));
            }
        } catch (JsonProcessingException e) {
            throw new AssertionError("the server sent what is no JSON: " + object, e);
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                text.toString().lines().forEach(TestSocket.this::arrived);
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            closed.complete(code);
            unanswered.values().forEach(answer -> answer.completeExceptionally(new IllegalStateException("closed")));
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            closed.completeExceptionally(error);
            unanswered.values().forEach(answer -> answer.completeExceptionally(error));
        }
    }
}
