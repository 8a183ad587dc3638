package chat.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The npm package {@code pomelo-client-websocket}, as it is, in a Node that runs any number of its clients. */
public final class PomeloNode implements AutoCloseable {
    private static final Path FOLDER = Path.of("src/test/interop");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process node;
    private final PrintWriter commands;
    private final Map<Integer, Consumer<JsonNode>> clients = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    private PomeloNode(Process node) {
        this.node = node;
        this.commands = new PrintWriter(node.outputWriter(StandardCharsets.UTF_8), true);
    }

    /** Needs what {@code npm ci} installs in {@code src/test/interop}. */
    public static PomeloNode start() throws IOException {
        assertThat(Files.isDirectory(FOLDER.resolve("node_modules")))
                .as("npm ci was run in %s, as ./parley test does", FOLDER)
                .isTrue();
        PomeloNode started = new PomeloNode(Children.adopt(new ProcessBuilder("node", "pomelo.cjs")
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()));
        Thread.ofPlatform().daemon().name("pomelo-node").start(started::listen);
        return started;
    }

    /** One client; what it tells comes one after the other on a thread of the node. */
    public Client client(Consumer<JsonNode> events) {
        Client client = new Client(numbers.incrementAndGet());
        clients.put(client.number, events);
        return client;
    }

    private void listen() {
        try (BufferedReader lines = node.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode event = JSON.readTree(line);
                Consumer<JsonNode> events = clients.get(event.get("client").asInt());
                if (events != null) {
                    events.accept(event);
                }
            }
        } catch (IOException e) {
            // the process is gone; whoever waits for an event says so
        }
    }

    /** One of the clients. */
    public final class Client {
        private final int number;

        private Client(int number) {
            this.number = number;
        }

        /** Has {@code pomelo.cjs} do something with it. Any thread. */
        public void tell(String command, Map<String, ?> details) {
            try {
                Map<String, Object> line = new HashMap<>(details);
                line.put("command", command);
                line.put("client", number);
                String json = JSON.writeValueAsString(line);
                synchronized (commands) {
                    commands.println(json);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Nobody wants to hear of it any more. */
        public void forget() {
            clients.remove(number);
        }
    }

    @Override
    public void close() {
        node.destroyForcibly();
    }
}
