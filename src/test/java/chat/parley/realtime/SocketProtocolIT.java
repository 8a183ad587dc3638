package chat.parley.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.TestSocket;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a wrong client meets: a clear error each time, and a connection that stays as long as that makes sense. */
@QuarkusTest
class SocketProtocolIT {
    @TestHTTPResource
    URI server;

    private TestUser user;
    private TestSocket socket;

    @BeforeEach
    void open() {
        user = TestUsers.register();
        socket = TestSocket.open(server, user.accessToken());
    }

    @AfterEach
    void close() {
        socket.close();
    }

    @Test
    void anUnknownRouteIsRefusedAndTheConnectionStays() {
        assertThat(socket.refusal("room.nope", Map.of())).isEqualTo("realtime.unknown_route");
        assertStillWorks();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "[]", "{\"route\":7}", "{\"id\":\"x\",\"route\":\"room.read\"}", ""})
    void aFrameThatIsNoneIsAnsweredAndForgiven(String frame) {
        socket.raw(frame);
        await().untilAsserted(() -> assertThat(socket.strayErrors()).hasSize(1));
        assertThat(socket.strayErrors().getFirst().get("code").asText()).isEqualTo("request.malformed");
        assertStillWorks();
    }

    @Test
    void theFifthBrokenFrameEndsTheConnection() {
        for (int i = 0; i < 4; i++) {
            socket.raw("nonsense");
        }
        await().untilAsserted(() -> assertThat(socket.strayErrors()).hasSize(4));
        assertStillWorks();
        socket.raw("nonsense");
        assertThat(socket.closeCode()).isEqualTo(4400);
    }

    @Test
    void binaryGarbageIsAnsweredAndForgiven() {
        socket.raw(new byte[] {0, 1, 2, (byte) 0xff, (byte) 0xfe});
        await().untilAsserted(() -> assertThat(socket.strayErrors()).hasSize(1));
        assertThat(socket.strayErrors().getFirst().get("code").asText()).isEqualTo("realtime.binary");
        assertStillWorks();
    }

    @Test
    void aFrameOverTheLimitEndsTheConnectionAndNothingIsStored() {
        String room =
                socket.request("room.create", Map.of("name", "Big")).get("id").asText();
        socket.raw("{\"id\":99,\"route\":\"room.sendMessage\",\"body\":{\"roomId\":\"" + room + "\",\"clientId\":\""
                + UUID.randomUUID() + "\",\"text\":\"" + "x".repeat(70_000) + "\"}}");
        assertThat(socket.closeCode()).isEqualTo(4413);
        user.call().get("/api/room?id=" + room).then().statusCode(200);
    }

    @Test
    void aFrameOfOneMebibyteEndsTheConnection() {
        socket.raw("{\"id\":99,\"route\":\"room.sendMessage\",\"body\":{\"text\":\"" + "x".repeat(1 << 20) + "\"}}");
        assertThat(socket.closeCode()).isEqualTo(4413);
    }

    @Test
    void missingFieldsAreNamed() {
        JsonNode error = error("room.sendMessage", Map.of("text", "hello"));
        assertThat(error.get("code").asText()).isEqualTo("request.invalid");
        assertThat(error.get("fields").findValuesAsText("pointer")).containsExactly("/clientId", "/roomId");
        assertStillWorks();
    }

    @Test
    void fieldsOfTheWrongTypeAreNamed() {
        JsonNode error = error("room.history", Map.of("roomId", "1", "before", "yesterday"));
        assertThat(error.get("code").asText()).isEqualTo("request.invalid");
        assertThat(error.get("fields").findValuesAsText("pointer")).containsExactly("/before");
        assertThat(error("room.history", Map.of("roomId", "abc")).get("fields").findValuesAsText("pointer"))
                .containsExactly("/roomId");
        assertThat(error("room.history", Map.of("roomId", "1", "limit", 101))
                        .get("fields")
                        .findValuesAsText("pointer"))
                .containsExactly("/limit");
    }

    @Test
    void aRequestRouteAsNotifyIsRefused() {
        socket.notify("room.create", Map.of("name", "Nobody waits for me"));
        await().untilAsserted(() -> assertThat(socket.strayErrors()).hasSize(1));
        assertThat(socket.strayErrors().getFirst().get("code").asText()).isEqualTo("realtime.needs_id");
    }

    @Test
    void aSecondSessionOnOneConnectionIsRefused() {
        assertThat(socket.refusal("session.open", Map.of("token", user.accessToken())))
                .isEqualTo("realtime.already_open");
        assertStillWorks();
    }

    @Test
    void nothingIsAnsweredBeforeTheSessionIsOpen() {
        try (TestSocket stranger = TestSocket.connect(server)) {
            assertThat(stranger.refusal("room.create", Map.of("name", "x"))).isEqualTo("auth.unauthenticated");
            assertThat(stranger.refusal("room.nope", Map.of())).isEqualTo("auth.unauthenticated");
            stranger.request("session.open", Map.of("token", user.accessToken()));
            stranger.request("room.create", Map.of("name", "x"));
        }
    }

    @Test
    void aWrongTokenEndsTheConnection() {
        try (TestSocket stranger = TestSocket.connect(server)) {
            assertThat(stranger.refusal("session.open", Map.of("token", user.accessToken() + "x")))
                    .isEqualTo("auth.unauthenticated");
            assertThat(stranger.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void aMissingTokenIsNamed() {
        try (TestSocket stranger = TestSocket.connect(server)) {
            assertThat(stranger.refusal("session.open", Map.of())).isEqualTo("request.invalid");
        }
    }

    @Test
    void signingOutEndsTheConnectionsOfThatSessionOnly() {
        TestUser other = TestUsers.register();
        try (TestSocket otherSocket = TestSocket.open(server, other.accessToken());
                TestSocket second = TestSocket.open(server, user.accessToken())) {
            user.call().post("/api/logout").then().statusCode(204);
            assertThat(socket.closeCode()).isEqualTo(4403);
            assertThat(second.closeCode()).isEqualTo(4403);
            otherSocket.request("room.create", Map.of("name", "still here"));
        }
    }

    @Test
    void aTokenOfAnEndedSessionOpensNothing() {
        user.call().post("/api/logout").then().statusCode(204);
        try (TestSocket again = TestSocket.connect(server)) {
            assertThat(again.refusal("session.open", Map.of("token", user.accessToken())))
                    .isEqualTo("identity.session_revoked");
            assertThat(again.closeCode()).isEqualTo(4403);
        }
    }

    @Test
    void refreshTakesATokenOfTheSameSessionOnly() {
        assertThat(socket.request("session.refresh", Map.of("token", user.accessToken()))
                        .get("expiresAt")
                        .asText())
                .endsWith("Z");
        TestUser other = TestUsers.register();
        assertThat(socket.refusal("session.refresh", Map.of("token", other.accessToken())))
                .isEqualTo("auth.unauthenticated");
    }

    private JsonNode error(String route, Object body) {
        return socket.send(route, body).join().get("error");
    }

    private void assertStillWorks() {
        assertThat(socket.request("room.create", Map.of("name", "Works"))
                        .get("name")
                        .asText())
                .isEqualTo("Works");
    }
}
