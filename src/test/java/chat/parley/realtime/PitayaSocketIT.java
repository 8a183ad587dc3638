package chat.parley.realtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.PitayaSocket;
import chat.parley.testing.PitayaSocket.Answer;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestSocket;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The binary format over real sockets, as Pitaya's clients use it and as broken ones do. */
@QuarkusTest
class PitayaSocketIT {
    @TestHTTPResource
    URI server;

    private TestUser user;

    @BeforeEach
    void register() {
        user = TestUsers.register();
    }

    @Test
    void aTokenInTheHandshakeOpensTheSessionAfterTheAcknowledgement() {
        try (PitayaSocket socket = PitayaSocket.connect(server)) {
            JsonNode answer = socket.greet(Map.of("user", Map.of("token", user.accessToken())));
            assertThat(answer)
                    .hasToString("{\"code\":200,\"sys\":{\"dict\":{},\"heartbeat\":15,\"serializer\":\"json\"}}");
            assertThat(socket.packets()).containsExactly("handshake");
            socket.raw(PitayaSocket.ACKNOWLEDGEMENT);
            JsonNode opened = socket.awaitPush("session.opened");
            assertThat(opened.get("user").get("username").asText()).isEqualTo(user.username());
            assertThat(opened.has("rooms")).isTrue();
            assertThat(socket.packets()).containsExactly("handshake", "session.opened");
        }
    }

    @Test
    void theRouteOpensASessionAsWell() {
        try (PitayaSocket socket = PitayaSocket.connect(server).shakeHands(Map.of())) {
            Answer opened = socket.request("session.open", Map.of("token", user.accessToken()));
            assertThat(opened.failed()).isFalse();
            assertThat(opened.body().get("user").get("username").asText()).isEqualTo(user.username());
            assertThat(code(socket.request("session.open", Map.of("token", user.accessToken()))))
                    .isEqualTo("realtime.already_open");
        }
    }

    @Test
    void whatTheHandshakeKnowsIsSynced() {
        String room = TestRooms.open(user).toString();
        try (PitayaSocket socket = PitayaSocket.connect(server)
                .shakeHands(Map.of(
                        "user", Map.of("token", user.accessToken(), "rooms", Map.of(room, Map.of("rev", 0)))))) {
            JsonNode sync = socket.awaitPush("session.opened").get("sync").get(room);
            assertThat(sync.get("rev").asLong()).isEqualTo(1);
            assertThat(sync.get("messages")).hasSize(1);
        }
    }

    @Test
    void beforeTheSessionNothingElseIsAnswered() {
        try (PitayaSocket socket = PitayaSocket.connect(server).shakeHands(Map.of())) {
            for (int i = 0; i < 10; i++) {
                assertError(socket.request("room.create", Map.of("name", "x")), "PIT-000", "unauthorized");
            }
            assertError(socket.request("room.create", "{".getBytes(UTF_8)), "PIT-400", "Unexpected end-of-input");
            assertError(socket.request("room.nope", Map.of()), "PIT-404", "pitaya/handler: chat.room.nope not found");
            socket.request("session.open", Map.of("token", user.accessToken()));
            assertThat(socket.request("room.create", Map.of("name", "x")).failed())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "heartbeat,             PIT-400, invalid route",
                "a.b.c.d,               PIT-400, invalid route",
                "\"\",                  PIT-400, invalid route",
                "room.,                 PIT-400, route field can not be empty",
                ".sendMessage,          PIT-400, route field can not be empty",
                "chat..sendMessage,     PIT-400, route field can not be empty",
                "room.nope,             PIT-404, pitaya/handler: chat.room.nope not found",
                "Room.create,           PIT-404, pitaya/handler: chat.Room.create not found",
                "chat.room.nope,        PIT-404, pitaya/handler: chat.room.nope not found",
                "game.room.create,      PIT-404, pitaya/handler: game.room.create not found",
                "room.typing,           PIT-400, tried to request a notify route",
                "chat.room.typing,      PIT-400, tried to request a notify route",
            })
    void routesThatDoNotExistAreToldInPitayasWords(String route, String code, String message) {
        try (PitayaSocket socket = PitayaSocket.open(server, user.accessToken())) {
            assertError(socket.request(route, Map.of()), code, message);
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "``; unexpected end of JSON input",
                "`[]`; the payload is not a JSON object",
                "`{\"roomId\":\"1\",\"limit\":\"ten\"}`; /limit is not of the expected type or form"
            })
    void payloadsThatCannotBeReadAreToldInPitayasWords(String payload, String message) {
        try (PitayaSocket socket = PitayaSocket.open(server, user.accessToken())) {
            assertError(socket.request("room.history", payload.getBytes(UTF_8)), "PIT-400", message);
        }
    }

    @Test
    void errorsOfTheServerCarryTheirFieldsAsMetadata() {
        try (PitayaSocket socket = PitayaSocket.open(server, user.accessToken())) {
            Answer answer = socket.request("room.create", Map.of());
            assertThat(code(answer)).isEqualTo("request.invalid");
            assertThat(answer.body().at("/metadata/retryable").asText()).isEqualTo("false");
            assertThat(answer.body().at("/metadata/fields").asText()).contains("\"pointer\":\"/name\"");
            assertThat(code(socket.request("room.open", Map.of("roomId", "1")))).isEqualTo("room.not_found");
        }
    }

    @Test
    void notifiesAreNeverAnsweredAndStillDone() {
        String room = TestRooms.open(user).toString();
        try (PitayaSocket socket = PitayaSocket.open(server, user.accessToken())) {
            for (int i = 0; i < 10; i++) {
                socket.notify("room.nope", Map.of());
                socket.notify("nonsense", Map.of());
                socket.notify("room.sendMessage", Map.of());
            }
            String clientId = UUID.randomUUID().toString();
            socket.notify("room.sendMessage", Map.of("roomId", room, "clientId", clientId, "text", "said aside"));
            assertThat(socket.awaitPush("room.message").get("text").asText()).isEqualTo("said aside");
            assertThat(socket.packets()).containsExactly("handshake", "session.opened", "room.message");
        }
    }

    @Test
    void aJsonClientAndAPitayaClientSeeTheSameMessagesWithTheSameNumbers() throws Exception {
        TestUser other = TestUsers.register();
        String room = TestRooms.open(user, other).toString();
        try (PitayaSocket pitaya = PitayaSocket.open(server, user.accessToken());
                TestSocket json = TestSocket.open(server, other.accessToken())) {
            for (int i = 0; i < 10; i++) {
                String route = i % 2 == 0 ? "room.sendMessage" : "chat.room.sendMessage";
                assertThat(pitaya.request(route, message(room, "你好 😀 " + i)).failed())
                        .isFalse();
                json.request("room.sendMessage", message(room, "hello 😀 " + i));
            }
            List<JsonNode> seen = json.awaitPushes("room.message", 20);
            await().until(() -> pitaya.pushes("room.message").size() == 20);
            assertThat(pitaya.pushes("room.message"))
                    .extracting(m -> m.get("seq").asLong() + "/" + m.get("rev").asLong() + " "
                            + m.get("text").asText())
                    .containsExactlyElementsOf(seen.stream()
                            .map(m -> m.get("seq").asLong() + "/" + m.get("rev").asLong() + " "
                                    + m.get("text").asText())
                            .toList());
        }
    }

    @Test
    void surrogatesAndCompressionOfOtherClientsAreUnderstood() throws Exception {
        String room = TestRooms.open(user).toString();
        try (PitayaSocket socket = PitayaSocket.open(server, user.accessToken())) {
            String head = "{\"roomId\":\"" + room + "\",\"clientId\":\"" + UUID.randomUUID() + "\",\"text\":\"";
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(head.getBytes(UTF_8));
            body.writeBytes(HexFormat.of().parseHex("eda0bdedb880"));
            body.writeBytes("\"}".getBytes(UTF_8));
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflater = new DeflaterOutputStream(compressed)) {
                body.writeTo(deflater);
            }
            Answer answer =
                    socket.answerTo(9, PitayaSocket.data(0x10, 9, "room.sendMessage", compressed.toByteArray()));
            assertThat(answer.body().get("text").asText()).isEqualTo("😀");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a packet of no known type,  06000000",
        "a packet of type 0,         00000000",
        "a short frame,              0400000e000109726f6f6d2e6a6f696e",
        "a long frame,               0400000200010203",
        "no header,                  0300",
        "an empty frame,             ''",
        "two packets in a frame,     0300000003000000",
        "a message of one byte,      0400000100",
        "a message of type 4,        040000050801016161",
        "a route by its code,        0400000701ac0200077b7d",
        "a number that does not end, 0400000c00808080808080808080807b",
        "a route past the end,       040000050001097b7d",
        "broken zlib,                040000091001036f2e6fffffff",
    })
    void whatBreaksTheFormatEndsTheConnectionWithoutAnAnswer(String what, String frame) {
        try (PitayaSocket socket = PitayaSocket.open(server, user.accessToken())) {
            socket.raw(HexFormat.of().parseHex(frame));
            assertThat(socket.closeCode()).as(what).isEqualTo(4400);
            assertThat(socket.packets()).containsExactly("handshake", "session.opened");
        }
    }

    @Test
    void dataBeforeTheAcknowledgementEndsTheConnection() {
        byte[] request = PitayaSocket.data(0, 1, "session.open", "{}".getBytes(UTF_8));
        try (PitayaSocket before = PitayaSocket.connect(server);
                PitayaSocket between = PitayaSocket.connect(server);
                PitayaSocket again = PitayaSocket.open(server, user.accessToken())) {
            before.raw(request);
            assertThat(before.closeCode()).isEqualTo(4400);
            assertThat(before.packets()).isEmpty();

            between.greet(Map.of());
            between.raw(request);
            assertThat(between.closeCode()).isEqualTo(4400);
            assertThat(between.packets()).containsExactly("handshake");

            again.greet(Map.of("user", Map.of("token", user.accessToken())));
            again.raw(request);
            assertThat(again.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void aSecondHandshakeIsAnsweredAndTheSessionGoesOn() {
        try (PitayaSocket socket = PitayaSocket.open(server, user.accessToken())) {
            socket.shakeHands(Map.of("user", Map.of("token", user.accessToken())));
            assertThat(socket.request("room.create", Map.of("name", "again")).failed())
                    .isFalse();
            assertThat(socket.pushes("session.opened")).hasSize(1);
        }
    }

    @Test
    void anAcknowledgementOfNothingEndsTheConnection() {
        try (PitayaSocket socket = PitayaSocket.connect(server)) {
            socket.raw(PitayaSocket.ACKNOWLEDGEMENT);
            assertThat(socket.closeCode()).isEqualTo(4400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[]", "{\"user\":7}", "{\"sys\":{\"platform\":7}}"})
    void aHandshakeThatIsNoneIsRefused(String greeting) {
        try (PitayaSocket socket = PitayaSocket.connect(server)) {
            socket.raw(PitayaSocket.packet(1, greeting.getBytes(UTF_8)));
            assertThat(socket.closeCode()).isEqualTo(4400);
            assertThat(socket.packets()).containsExactly("handshake");
        }
    }

    @Test
    void heartbeatsAndKicksOfAClientAreTakenInAnyState() {
        try (PitayaSocket socket = PitayaSocket.connect(server)) {
            socket.raw(PitayaSocket.HEARTBEAT);
            socket.raw(PitayaSocket.packet(5, new byte[0]));
            socket.shakeHands(Map.of());
            socket.raw(PitayaSocket.HEARTBEAT);
            socket.raw(PitayaSocket.packet(4, new byte[] {4, 1, '{', '}'}));
            assertThat(code(socket.request("room.create", Map.of("name", "x")))).isEqualTo("PIT-000");
            assertThat(socket.packets()).containsExactly("handshake", "response");
        }
    }

    @Test
    void aFrameOverTheLimitAndABombEndTheConnection() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bomb)) {
            deflater.write(new byte[10_000_000]);
        }
        try (PitayaSocket large = PitayaSocket.open(server, user.accessToken());
                PitayaSocket unfolding = PitayaSocket.open(server, user.accessToken())) {
            large.raw(PitayaSocket.packet(4, new byte[70_000]));
            assertThat(large.closeCode()).isEqualTo(4413);
            unfolding.raw(PitayaSocket.data(0x10, 1, "room.create", bomb.toByteArray()));
            assertThat(unfolding.closeCode()).isEqualTo(4413);
        }
    }

    @Test
    void aTextFrameAmongBinaryOnesEndsTheConnection() {
        try (PitayaSocket socket = PitayaSocket.open(server, user.accessToken())) {
            socket.text("{\"id\":1,\"route\":\"room.create\",\"body\":{\"name\":\"x\"}}");
            assertThat(socket.closeCode()).isEqualTo(4400);
            assertThat(socket.packets()).containsExactly("handshake", "session.opened");
        }
    }

    @Test
    void whoIsSignedOutIsToldAndKicked() {
        try (PitayaSocket socket = PitayaSocket.open(server, user.accessToken())) {
            user.call().post("/api/logout").then().statusCode(204);
            assertThat(socket.closeCode()).isEqualTo(4403);
            assertThat(socket.awaitPush("session.closing")).hasToString("{\"reason\":\"revoked\"}");
            assertThat(socket.packets()).containsExactly("handshake", "session.opened", "session.closing", "kick");
        }
    }

    @Test
    void aTokenThatIsRefusedEndsTheConnection() {
        try (PitayaSocket greeting = PitayaSocket.connect(server);
                PitayaSocket asking = PitayaSocket.connect(server)) {
            greeting.shakeHands(Map.of("user", Map.of("token", user.accessToken() + "x")));
            assertThat(greeting.closeCode()).isEqualTo(4401);
            assertThat(greeting.packets()).containsExactly("handshake", "session.closing", "kick");

            asking.shakeHands(Map.of());
            assertThat(code(asking.request("session.open", Map.of("token", "x"))))
                    .isEqualTo("auth.unauthenticated");
            assertThat(asking.closeCode()).isEqualTo(4401);
        }
    }

    private static Map<String, Object> message(String room, String text) {
        return Map.of("roomId", room, "clientId", UUID.randomUUID().toString(), "text", text);
    }

    private static String code(Answer answer) {
        assertThat(answer.failed()).isTrue();
        return answer.body().get("code").asText();
    }

    private static void assertError(Answer answer, String code, String message) {
        assertThat(code(answer)).isEqualTo(code);
        assertThat(answer.body().get("msg").asText()).startsWith(message);
        assertThat(answer.body().has("metadata")).isFalse();
    }
}
