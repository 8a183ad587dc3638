package chat.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.PomeloNode;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A client of the npm package {@code pomelo-client-websocket} in a Node of its own. */
final class PomeloClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PomeloNode node;
    private final PomeloNode.Client client;
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private int asked;

    PomeloClient() throws IOException {
        node = PomeloNode.start();
        client = node.client(events::add);
    }

    void connect(URI server, Map<String, ?> user) {
        client.tell("connect", Map.of("host", server.getHost(), "port", server.getPort(), "user", user));
        await(event -> is(event, "connected"));
    }

    JsonNode request(String route, Map<String, ?> body) {
        int n = ++asked;
        client.tell("request", Map.of("n", n, "route", route, "body", body));
        return await(event -> is(event, "answer") && event.get("n").asInt() == n)
                .get("body");
    }

    void notify(String route, Map<String, ?> body) {
        client.tell("notify", Map.of("route", route, "body", body));
    }

    List<JsonNode> pushes(String route) {
        return events.stream()
                .filter(event ->
                        is(event, "push") && event.get("route").asText().equals(route))
                .map(event -> event.get("body"))
                .toList();
    }

    JsonNode awaitPush(String route) {
        return await(event -> is(event, "push") && event.get("route").asText().equals(route))
                .get("body");
    }

    /** Waits for something the library tells of, such as {@code kick}. */
    void awaitEvent(String name) {
        await(event -> is(event, name));
    }

    boolean has(String name) {
        return events.stream().anyMatch(event -> is(event, name));
    }

    private JsonNode await(Predicate<JsonNode> wanted) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(events).anyMatch(wanted));
        return events.stream().filter(wanted).findFirst().orElseThrow();
    }

    private static boolean is(JsonNode event, String name) {
        return event.get("event").asText().equals(name);
    }

    @Override
    public void close() {
        node.close();
    }
}
