package chat.parley.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.PackagedServer;
import chat.parley.testing.PitayaSocket;
import chat.parley.testing.TestSocket;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that others wrote, unchanged, against the packaged server, beside a JSON client in the same room. */
class PitayaInteropE2E {
    private static final int HEARTBEATS = 6;

    @TempDir
    Path folder;

    @Test
    void aPomeloClientChatsIdlesAndIsKicked() throws Exception {
        try (PackagedServer server = PackagedServer.on(folder.resolve("storage"))
                        .with("PARLEY_REALTIME_HEARTBEAT_INTERVAL", "1s")
                        .start();
                PomeloClient ann = new PomeloClient();
                PomeloClient bob = new PomeloClient()) {
            String annsToken = register(server, "ann");
            ann.connect(server.address(), Map.of("token", annsToken));
            assertThat(ann.awaitPush("session.opened").at("/user/username").asText())
                    .isEqualTo("ann");

            bob.connect(server.address(), Map.of());
            assertThat(bob.request("room.create", Map.of("name", "too early")))
                    .hasToString("{\"code\":\"PIT-000\",\"msg\":\"unauthorized\"}");
            JsonNode opened = bob.request("session.open", Map.of("token", register(server, "bob")));
            assertThat(opened.at("/user/username").asText()).isEqualTo("bob");
            TestSocket json = TestSocket.open(server.address(), register(server, "cyd"));

            String room = ann.request("room.create", Map.of("name", "Garden", "joinPolicy", "open"))
                    .get("id")
                    .asText();
            assertThat(bob.request("room.join", Map.of("roomId", room))
                            .get("id")
                            .asText())
                    .isEqualTo(room);
            json.request("room.join", Map.of("roomId", room));

            assertThat(ann.request("room.nope", Map.of()))
                    .hasToString("{\"code\":\"PIT-404\",\"msg\":\"pitaya/handler: chat.room.nope not found\"}");
            assertThat(ann.request("room.sendMessage", message(room, ""))
                            .get("code")
                            .asText())
                    .isEqualTo("message.empty");

            talk(room, ann, bob, json);
            idle(json);
            assertThat(ann.request("chat.room.open", Map.of("roomId", room))
                            .at("/room/lastSeq")
                            .asLong())
                    .isEqualTo(bob.request("room.open", Map.of("roomId", room))
                            .at("/room/lastSeq")
                            .asLong());
            assertThat(ann.has("close") || bob.has("close") || ann.has("heartbeat timeout"))
                    .isFalse();

            given().auth()
                    .oauth2(annsToken)
                    .post(server.address() + "/api/logout")
                    .then()
                    .statusCode(204);
            assertThat(ann.awaitPush("session.closing")).hasToString("{\"reason\":\"revoked\"}");
            ann.awaitEvent("kick");
            ann.awaitEvent("close");

            server.stop();
            assertThat(bob.awaitPush("session.closing").get("reason").asText()).isEqualTo("restarting");
            bob.awaitEvent("kick");
            bob.awaitEvent("close");
            assertThat(json.pushes("session.closing")).hasSize(1);
            assertThat(json.closeCode()).isEqualTo(1012);
            json.close();
        }
    }

    @Test
    void whoFallsSilentIsEndedAfterMoreThanTwoIntervalsAndNotBefore() throws Exception {
        try (PackagedServer server = PackagedServer.on(folder.resolve("storage"))
                        .with("PARLEY_REALTIME_HEARTBEAT_INTERVAL", "1s")
                        .start();
                PitayaSocket silent = PitayaSocket.open(server.address(), register(server, "silent"))) {
            assertThat(silent.closeCode()).isEqualTo(4408);
            // the third interval has begun by then, and nobody who is not there is kicked; a busy machine skips a beat
            assertThat(silent.packets()).filteredOn("heartbeat"::equals).hasSizeBetween(1, 4);
            assertThat(silent.packets()).doesNotContain("kick");
        }
    }

    private static void talk(String room, PomeloClient ann, PomeloClient bob, TestSocket json) throws Exception {
        ann.notify("room.typing", Map.of("roomId", room));
        assertThat(bob.awaitPush("room.typing").get("roomId").asText()).isEqualTo(room);

        JsonNode stored = ann.request("room.sendMessage", message(room, "你好 😀 from ann"));
        assertThat(stored.get("text").asText()).isEqualTo("你好 😀 from ann");
        bob.notify("room.sendMessage", message(room, "said aside 👋"));
        json.request("room.sendMessage", message(room, "and from JSON 🎉"));

        await().untilAsserted(() -> {
            List<String> seen = texts(json.pushes("room.message"));
            assertThat(seen).hasSize(3);
            assertThat(texts(ann.pushes("room.message"))).containsExactlyElementsOf(seen);
            assertThat(texts(bob.pushes("room.message"))).containsExactlyElementsOf(seen);
        });
        assertThat(texts(ann.pushes("room.message")))
                .anyMatch(text -> text.endsWith("你好 😀 from ann"))
                .anyMatch(text -> text.endsWith("said aside 👋"))
                .anyMatch(text -> text.endsWith("and from JSON 🎉"));
    }

    /** Until the server has sent this many heartbeats, one in each interval. */
    private static void idle(TestSocket json) {
        int before = json.pushes("heartbeat").size();
        json.awaitPushes("heartbeat", before + HEARTBEATS);
    }

    private static List<String> texts(List<JsonNode> messages) {
        return messages.stream()
                .filter(message -> message.has("text"))
                .map(message -> message.get("seq") + "/" + message.get("rev") + " "
                        + message.get("text").asText())
                .toList();
    }

    private static Map<String, Object> message(String room, String text) {
        return Map.of("roomId", room, "clientId", UUID.randomUUID().toString(), "text", text);
    }

    private static String register(PackagedServer server, String username) {
        return given().contentType(ContentType.JSON)
                .body(Map.of(
                        "username", username, "email", username + "@example.com", "password", "a long enough secret"))
                .post(server.address() + "/api/register")
                .then()
                .statusCode(201)
                .extract()
                .path("accessToken");
    }
}
