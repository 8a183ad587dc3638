package chat.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The npm package {@code pomelo-client-websocket}, as it is, in a Node of its own. */
final class PomeloClient implements AutoCloseable {
    private static final Path FOLDER = Path.of("src/test/interop");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process node;
    private final PrintWriter commands;
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private int asked;

    PomeloClient() throws IOException {
        assertThat(Files.isDirectory(FOLDER.resolve("node_modules")))
                .as("npm ci was run in %s, as ./parley test does", FOLDER)
                .isTrue();
        node = new ProcessBuilder("node", "pomelo.cjs")
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        commands = new PrintWriter(node.outputWriter(StandardCharsets.UTF_8), true);
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try (BufferedReader lines = node.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                events.add(JSON.readTree(line));
            }
        } catch (IOException e) {
            // the process is gone; whoever waits for an event says so
        }
    }

    void connect(URI server, Map<String, ?> user) throws IOException {
        command(Map.of("command", "connect", "host", server.getHost(), "port", server.getPort(), "user", user));
        await(event -> is(event, "connected"));
    }

    JsonNode request(String route, Map<String, ?> body) throws IOException {
        int n = ++asked;
        command(Map.of("command", "request", "n", n, "route", route, "body", body));
        return await(event -> is(event, "answer") && event.get("n").asInt() == n)
                .get("body");
    }

    void notify(String route, Map<String, ?> body) throws IOException {
        command(Map.of("command", "notify", "route", route, "body", body));
    }

    private void command(Map<String, ?> command) throws IOException {
        commands.println(JSON.writeValueAsString(command));
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
        node.destroyForcibly();
    }
}
