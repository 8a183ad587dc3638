package chat.parley.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.PackagedServer;
import chat.parley.testing.TestSocket;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server dies without warning in the middle of a busy room. */
class KilledServerE2E {
    private static final int WRITERS = 20;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 400;
    private static final String PASSWORD = "a long enough secret";

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedMessageIsThereAfterwardsAndTheOthersCanBeSentAgain() throws Exception {
        try (PackagedServer server = PackagedServer.start(folder.resolve("storage"))) {
            List<String> tokens = IntStream.range(0, WRITERS)
                    .mapToObj(i -> register(server, "writer" + i))
                    .toList();
            List<TestSocket> sockets = tokens.stream()
                    .map(token -> TestSocket.open(server.address(), token))
                    .toList();
            String room = sockets.getFirst()
                    .request("room.create", Map.of("name", "Busy", "joinPolicy", "open"))
                    .get("id")
                    .asText();
            sockets.stream().skip(1).forEach(socket -> socket.request("room.join", Map.of("roomId", room)));

            Map<String, Long> acknowledged = new ConcurrentHashMap<>();
            List<Map<String, String>> sent = writeUntilKilled(server, sockets, room, acknowledged);
            server.restart();

            List<TestSocket> returned = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                returned.add(TestSocket.open(server.address(), tokens.get(i)));
            }
            Map<String, Long> stored = new TreeMap<>();
            for (int i = 0; i < WRITERS; i++) {
                for (var message : sent.get(i).entrySet()) {
                    JsonNode again = returned.get(i)
                            .request("room.sendMessage", message(room, message.getKey(), message.getValue()));
                    stored.put(message.getKey(), again.get("seq").asLong());
                }
            }
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_THE_KILL);
            assertThat(stored).containsAllEntriesOf(acknowledged);
            assertThat(stored.values()).doesNotHaveDuplicates();
            assertCompleteAndInOrder(returned.getFirst(), room, stored);
            returned.forEach(TestSocket::close);
        }
    }

    private static List<Map<String, String>> writeUntilKilled(
            PackagedServer server, List<TestSocket> sockets, String room, Map<String, Long> acknowledged)
            throws InterruptedException {
        List<Map<String, String>> sent = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (TestSocket socket : sockets) {
                Map<String, String> mine = new ConcurrentHashMap<>();
                sent.add(mine);
                threads.execute(() -> writeForever(socket, room, mine, acknowledged));
            }
            while (acknowledged.size() < ACKNOWLEDGED_BEFORE_THE_KILL) {
                Thread.onSpinWait();
            }
            server.kill();
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        return sent;
    }

    private static void writeForever(
            TestSocket socket, String room, Map<String, String> sent, Map<String, Long> acknowledged) {
        try {
            for (int i = 0; ; i++) {
                String clientId = UUID.randomUUID().toString();
                String text = "message " + i;
                sent.put(clientId, text);
                JsonNode stored = socket.request("room.sendMessage", message(room, clientId, text));
                acknowledged.put(clientId, stored.get("seq").asLong());
            }
        } catch (RuntimeException killed) {
            // the connection is gone, and with it this writer's work
        }
    }

    private static void assertCompleteAndInOrder(TestSocket socket, String room, Map<String, Long> stored) {
        List<Long> seqs = new ArrayList<>();
        long after = 0;
        for (boolean more = true; more; ) {
            Map<String, Object> request = after == 0
                    ? Map.of("roomId", room, "around", 1, "limit", 100)
                    : Map.of("roomId", room, "after", after, "limit", 100);
            JsonNode page = socket.request("room.history", request);
            page.get("messages").forEach(message -> seqs.add(message.get("seq").asLong()));
            after = seqs.getLast();
            more = page.get("hasMore").asBoolean();
        }
        assertThat(seqs)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, seqs.size()).boxed().toList());
        assertThat(seqs).containsAll(stored.values());
        // one notice for the room and one for each who joined, and nothing stored twice
        assertThat(seqs).hasSize(stored.size() + WRITERS);
    }

    private static Map<String, Object> message(String room, String clientId, String text) {
        return Map.of("roomId", room, "clientId", clientId, "text", text);
    }

    private static String register(PackagedServer server, String username) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "email", username + "@example.com", "password", PASSWORD))
                .post(server.address() + "/api/register")
                .then()
                .statusCode(201)
                .extract()
                .path("accessToken");
    }
}
