package chat.parley.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.CuttableProxy;
import chat.parley.testing.PackagedServer;
import chat.parley.testing.TestSocket;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example that newcomers copy keeps what it promises, whatever happens to its connection. */
class ExampleClientE2E {
    private static final String PASSWORD = "a long enough secret";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void itMissesNothingAndSendsNothingTwice() throws Exception {
        try (PackagedServer server = PackagedServer.on(folder.resolve("storage"))
                        .with("PARLEY_REALTIME_DRAIN_SPREAD", "100ms")
                        .start();
                CuttableProxy network = CuttableProxy.to(server.address())) {
            String token = register(server, "ann").path("accessToken");
            String bob = register(server, "bob").path("user.id");
            TestSocket ann = TestSocket.open(server.address(), token);
            String room = ann.request("room.create", Map.of("name", "Garden", "memberIds", List.of(bob)))
                    .get("id")
                    .asText();
            say(ann, room, "before");
            try (Example example = new Example(network.address(), "bob", room)) {
                example.prints("before");
                example.writes("first");
                awaitText(ann, "first");

                // stored, but bob never hears of it: the example has to ask again
                network.swallowAnswers();
                example.writes("without an answer");
                awaitText(ann, "without an answer");
                network.cut();
                say(ann, room, "while bob was away");
                example.writes("written while away");
                network.repair();
                example.prints("while bob was away");
                awaitText(ann, "written while away");

                ann.close();
                server.stop();
                example.writes("written while the server was down");
                server.restart();
                ann = TestSocket.open(server.address(), token);
                say(ann, room, "after the restart");
                example.prints("after the restart");
                example.prints("written while the server was down");

                JsonNode page = ann.request("room.history", Map.of("roomId", room, "limit", 100));
                List<String> stored = page.findValuesAsText("text");
                assertThat(stored)
                        .containsExactlyInAnyOrder(
                                "before",
                                "first",
                                "without an answer",
                                "while bob was away",
                                "written while away",
                                "written while the server was down",
                                "after the restart");
                int messages = page.get("messages").size();
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(example.seqs())
                                .containsExactlyElementsOf(IntStream.rangeClosed(1, messages)
                                        .boxed()
                                        .toList()));
            }
            ann.close();
        }
    }

    /** The file as it is shipped, in a Node of its own. */
    private static final class Example implements AutoCloseable {
        private final Process node;
        private final PrintWriter input;
        private final List<String> lines = new CopyOnWriteArrayList<>();

        Example(URI server, String user, String room) throws IOException {
            node = new ProcessBuilder(
                            "node",
                            "--experimental-websocket",
                            "docs/examples/client.mjs",
                            server.toString(),
                            user,
                            PASSWORD,
                            room)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            input = new PrintWriter(node.outputWriter(StandardCharsets.UTF_8), true);
            Thread.ofVirtual().start(this::listen);
        }

        private void listen() {
            try (BufferedReader output = node.inputReader(StandardCharsets.UTF_8)) {
                output.lines().forEach(lines::add);
            } catch (IOException e) {
                // the process is gone; whoever waits for a line says so
            }
        }

        void writes(String text) {
            input.println(text);
        }

        void prints(String text) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(lines).anyMatch(line -> line.endsWith(": " + text)));
        }

        /** The numbers of what was printed, in that order. */
        List<Integer> seqs() {
            return lines.stream()
                    .map(line -> Integer.parseInt(line.substring(0, line.indexOf(' '))))
                    .toList();
        }

        @Override
        public void close() {
            node.destroyForcibly();
        }
    }

    private static void say(TestSocket socket, String room, String text) {
        socket.request(
                "room.sendMessage",
                Map.of("roomId", room, "clientId", UUID.randomUUID().toString(), "text", text));
    }

    private static void awaitText(TestSocket socket, String text) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(socket.pushes("room.message"))
                        .anyMatch(message -> message.path("text").asText().equals(text)));
    }

    private static Response register(PackagedServer server, String username) {
        Response answer = given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "email", username + "@example.com", "password", PASSWORD))
                .post(server.address() + "/api/register");
        answer.then().statusCode(201);
        return answer;
    }
}
