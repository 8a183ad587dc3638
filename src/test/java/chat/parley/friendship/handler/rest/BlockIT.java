package chat.parley.friendship.handler.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import chat.parley.room.RoomId;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestSocket;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import chat.parley.testing.Together;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A block keeps two people apart in both directions, and the one who is blocked cannot tell why. */
@QuarkusTest
class BlockIT {
    @TestHTTPResource
    URI server;

    private TestUser ann;
    private TestUser bob;

    @BeforeEach
    void register() {
        ann = TestUsers.register();
        bob = TestUsers.register();
    }

    @Test
    void onlyThoseWhoAreSignedInBlockAndNobodyThemselves() {
        given().contentType(ContentType.JSON)
                .body(Map.of("userId", bob.id().toString()))
                .post("/api/block")
                .then()
                .statusCode(401);
        given().get("/api/block").then().statusCode(401);
        given().delete("/api/block?userId=" + bob.id()).then().statusCode(401);
        block(ann, bob).then().statusCode(200).body("user.id", equalTo(bob.id().toString()));
        block(ann, bob).then().statusCode(200);
        block(ann, ann).then().statusCode(422).body("code", equalTo("friendship.block_self"));
        ann.call()
                .body(Map.of("userId", "5"))
                .post("/api/block")
                .then()
                .statusCode(404)
                .body("code", equalTo("identity.user_not_found"));
        ann.call()
                .get("/api/block")
                .then()
                .body("items.user.id", contains(bob.id().toString()));
        bob.call().get("/api/block").then().body("items", hasSize(0));
        bob.call()
                .delete("/api/block?userId=" + ann.id())
                .then()
                .statusCode(404)
                .body("code", equalTo("friendship.not_blocked"));
        lift(ann, bob).then().statusCode(204);
        lift(ann, bob).then().statusCode(404);
    }

    @Test
    void aBlockEndsAFriendshipAndItsConversation() {
        RoomId room = TestRooms.direct(ann, bob);
        say(bob, room).then().statusCode(201);
        try (TestSocket bobs = TestSocket.open(server, bob.accessToken())) {
            block(ann, bob).then().statusCode(200);

            assertThat(bobs.awaitPushes("friend.changed", 1)
                            .getFirst()
                            .get("state")
                            .asText())
                    .isEqualTo("none");
            assertThat(bobs.pushes("block.changed")).isEmpty();
        }
        say(bob, room).then().statusCode(403).body("code", equalTo("room.read_only"));
        say(ann, room).then().statusCode(403);
        bob.call().get("/api/friend").then().body("items", hasSize(0));
        lift(ann, bob).then().statusCode(204);
        say(bob, room).then().statusCode(403);
    }

    @Test
    void neitherCanBefriendTheOtherUntilItIsLifted() {
        TestRooms.befriend(bob, ann).then().statusCode(200);
        block(ann, bob);

        ann.call().get("/api/friend").then().body("items", hasSize(0));
        TestRooms.befriend(bob, ann).then().statusCode(403).body("code", equalTo("friendship.not_possible"));
        TestRooms.befriend(ann, bob).then().statusCode(409).body("code", equalTo("friendship.blocked"));
        bob.call().get("/api/friend").then().body("items", hasSize(0));
        lift(ann, bob);
        TestRooms.befriend(bob, ann).then().statusCode(200).body("state", equalTo("requested"));
        TestRooms.befriend(ann, bob).then().statusCode(200).body("state", equalTo("accepted"));
    }

    @Test
    void neitherAddsTheOtherToRooms() {
        block(ann, bob);

        for (TestUser by : List.of(ann, bob)) {
            TestUser whom = by == ann ? bob : ann;
            RoomId room = TestRooms.closed(by);
            by.call()
                    .body(Map.of(
                            "roomId",
                            room.toString(),
                            "userIds",
                            List.of(whom.id().toString())))
                    .post("/api/room/member")
                    .then()
                    .statusCode(422)
                    .body("errors[0].detail", equalTo("cannot be added by you"));
            by.call()
                    .body(Map.of("name", "x", "memberIds", List.of(whom.id().toString())))
                    .post("/api/room")
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/memberIds/0"));
        }
        RoomId others = TestRooms.closed(TestUsers.register(), ann, bob);
        say(bob, others).then().statusCode(201);
    }

    @Test
    void neitherFindsTheOtherByName() {
        block(ann, bob);

        find(bob, ann).then().body("items.id", not(hasItem(ann.id().toString())));
        find(ann, bob).then().body("items.id", not(hasItem(bob.id().toString())));
        find(TestUsers.register(), ann).then().body("items.id", hasItem(ann.id().toString()));
        lift(ann, bob);
        find(bob, ann).then().body("items.id", hasItem(ann.id().toString()));
        find(ann, bob).then().body("items.id", hasItem(bob.id().toString()));
    }

    @Test
    void neitherSeesWhetherTheOtherIsThere() {
        TestRooms.closed(ann, bob);
        try (TestSocket anns = TestSocket.open(server, ann.accessToken());
                TestSocket bobs = TestSocket.open(server, bob.accessToken())) {
            awaitState(bobs, ann, "online");
            awaitState(anns, bob, "online");

            block(ann, bob).then().statusCode(200);

            assertThat(anns.awaitPushes("block.changed", 1)
                            .getFirst()
                            .get("blocked")
                            .asBoolean())
                    .isTrue();
            // Told at once, not only to who asks anew.
            await().untilAsserted(() -> assertThat(bobs.pushes("presence.changed"))
                    .anyMatch(push ->
                            push.get("users").path(ann.id().toString()).asText().equals("offline")));
            assertThat(state(bobs, ann)).isEqualTo("offline");
            assertThat(state(anns, bob)).isEqualTo("offline");
            lift(ann, bob);
            assertThat(state(bobs, ann)).isEqualTo("online");
        }
    }

    @Test
    void ofABlockAndARequestAtTheSameTimeNothingIsLeftBetweenTheTwo() {
        for (int round = 0; round < 5; round++) {
            TestUser one = TestUsers.register();
            TestUser other = TestUsers.register();
            TestRooms.befriend(one, other);
            List<Integer> statuses =
                    Together.call(3, i -> (i == 0 ? block(one, other) : TestRooms.befriend(other, one)).statusCode());

            assertThat(statuses.getFirst()).isEqualTo(200);
            assertThat(statuses.subList(1, 3)).isSubsetOf(200, 403);
            other.call().get("/api/friend").then().body("items", hasSize(0));
            other.call().get("/api/room").then().body("items.findAll { !it.readOnly }", hasSize(0));
        }
    }

    @Test
    void neitherCallsTheOtherByName() {
        RoomId room = TestRooms.closed(TestUsers.register(), ann, bob);
        String call = "@" + ann.username() + " look";
        bob.call()
                .body(Map.of("roomId", room.toString(), "text", call))
                .post("/api/room/message")
                .then()
                .body("mentions.userIds", contains(ann.id().toString()));
        block(ann, bob);
        bob.call()
                .body(Map.of("roomId", room.toString(), "text", call))
                .post("/api/room/message")
                .then()
                .statusCode(201)
                .body("mentions", org.hamcrest.Matchers.nullValue());
        ann.call().get("/api/room?id=" + room).then().body("mentions", equalTo(1));
    }

    private static Response block(TestUser by, TestUser whom) {
        return by.call().body(Map.of("userId", whom.id().toString())).post("/api/block");
    }

    private static Response lift(TestUser by, TestUser whom) {
        return by.call().delete("/api/block?userId=" + whom.id());
    }

    private static Response find(TestUser seeker, TestUser whom) {
        return seeker.call().get("/api/user?q=" + whom.username());
    }

    private static Response say(TestUser user, RoomId room) {
        return user.call().body(Map.of("roomId", room.toString(), "text", "hi")).post("/api/room/message");
    }

    private static String state(TestSocket socket, TestUser of) {
        return socket.request(
                        "presence.watch", Map.of("userIds", List.of(of.id().toString())))
                .get(of.id().toString())
                .asText();
    }

    private static void awaitState(TestSocket socket, TestUser of, String state) {
        await().untilAsserted(() -> assertThat(state(socket, of)).isEqualTo(state));
    }
}
