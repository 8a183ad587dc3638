package chat.parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import chat.parley.room.RoomId;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestSocket;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import chat.parley.testing.Together;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever did not hear the answer asks again, with the same key, and nothing is made twice. */
@QuarkusTest
class RepeatedRequestIT {
    private static final String KEY = "Idempotency-Key";

    @TestHTTPResource
    URI server;

    @Test
    void aMessageIsStoredOnceWhateverWayItsKeyComes() {
        TestUser ann = TestUsers.register();
        RoomId room = TestRooms.open(ann);
        String key = UUID.randomUUID().toString();
        Response first = send(ann, room, key);
        first.then().statusCode(201).body("duplicate", nullValue()).body("clientId", equalTo(key));

        send(ann, room, "\"" + key + "\"")
                .then()
                .statusCode(200)
                .body("duplicate", equalTo(true))
                .body("id", equalTo(first.path("id")));
        ann.call()
                .body(Map.of("roomId", room.toString(), "text", "once", "clientId", key))
                .post("/api/room/message")
                .then()
                .statusCode(200)
                .body("id", equalTo(first.path("id")));
        try (TestSocket socket = TestSocket.open(server, ann.accessToken())) {
            var repeated = socket.request(
                    "room.sendMessage", Map.of("roomId", room.toString(), "clientId", key, "text", "once"));
            assertThat(repeated.get("duplicate").asBoolean()).isTrue();
            assertThat(repeated.get("id").asText()).isEqualTo(first.path("id"));
        }
        send(ann, TestRooms.open(ann), key).then().statusCode(409).body("code", equalTo("message.client_id_elsewhere"));
    }

    @Test
    void anyTextIsAKey() {
        TestUser ann = TestUsers.register();
        RoomId room = TestRooms.open(ann);
        String key = "order 4711, first try";
        String id = send(ann, room, key).path("id");
        send(ann, room, key).then().statusCode(200).body("id", equalTo(id));
        send(ann, room, key + "!").then().statusCode(201);
        send(ann, room, "x".repeat(255)).then().statusCode(201);
        send(ann, room, "x".repeat(256)).then().statusCode(422).body("errors[0].pointer", equalTo("/" + KEY));
    }

    @Test
    void whatWasStoredStaysTheAnswerWhenTheSenderIsGone() {
        TestUser ann = TestUsers.register();
        TestUser bob = TestUsers.register();
        RoomId room = TestRooms.closed(ann, bob);
        String key = UUID.randomUUID().toString();
        String id = send(bob, room, key).path("id");
        bob.call()
                .body(Map.of("id", room.toString()))
                .post("/api/leaveRoom")
                .then()
                .statusCode(204);
        send(bob, room, key).then().statusCode(200).body("id", equalTo(id));
        send(bob, room, UUID.randomUUID().toString()).then().statusCode(404);
    }

    @Test
    void twentyAtOnceMakeOneRoom() {
        TestUser ann = TestUsers.register();
        String key = UUID.randomUUID().toString();
        List<Response> answers = Together.call(
                20,
                i -> ann.call().header(KEY, key).body(Map.of("name", "Once")).post("/api/room"));
        assertThat(answers.stream().map(Response::statusCode)).containsOnlyOnce(201);
        assertThat(answers.stream().map(Response::statusCode).distinct()).containsExactlyInAnyOrder(201, 200);
        String id = answers.getFirst().path("id");
        assertThat(answers.stream().map(answer -> (String) answer.path("id"))).containsOnly(id);
        ann.call().get("/api/room").then().body("items", hasSize(1)).body("items[0].lastRev", equalTo(1));

        try (TestSocket socket = TestSocket.open(server, ann.accessToken())) {
            var repeated = socket.request("room.create", Map.of("name", "Once", "clientId", key));
            assertThat(repeated.get("id").asText()).isEqualTo(id);
        }
        TestUser bob = TestUsers.register();
        bob.call()
                .header(KEY, key)
                .body(Map.of("name", "Once"))
                .post("/api/room")
                .then()
                .statusCode(201);
    }

    @Test
    void anInvitationIsMadeOnce() {
        TestUser ann = TestUsers.register();
        RoomId room = TestRooms.closed(ann);
        List<Response> answers = Together.call(
                10,
                i -> ann.call()
                        .header(KEY, "the one")
                        .body(Map.of("roomId", room.toString(), "uses", 5))
                        .post("/api/room/invitation"));
        assertThat(answers.stream().map(Response::statusCode)).containsOnlyOnce(201);
        assertThat(answers.stream().map(answer -> (String) answer.path("code")).distinct())
                .hasSize(1);
        ann.call()
                .queryParam("roomId", room.toString())
                .get("/api/room/invitation")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void askingForAFriendshipAgainChangesNothing() {
        TestUser ann = TestUsers.register();
        TestUser bob = TestUsers.register();
        List<Response> answers = Together.call(10, i -> TestRooms.befriend(ann, bob));
        assertThat(answers.stream().map(Response::statusCode)).containsOnly(200);
        assertThat(answers.stream().map(answer -> (String) answer.path("state")))
                .containsOnly("requested");
    }

    private static Response send(TestUser user, RoomId room, String key) {
        return user.call()
                .header(KEY, key)
                .body(Map.of("roomId", room.toString(), "text", "once"))
                .post("/api/room/message");
    }
}
