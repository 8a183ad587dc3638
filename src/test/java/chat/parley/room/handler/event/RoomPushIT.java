package chat.parley.room.handler.event;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.room.RoomId;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestSocket;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RoomPushIT {
    @TestHTTPResource("/")
    URI server;

    private TestUser ada;
    private TestUser bob;

    @BeforeEach
    void register() {
        ada = TestUsers.register();
        bob = TestUsers.register();
    }

    @Test
    void theSessionBeginsWithAllRooms() {
        RoomId room = TestRooms.closed(ada, bob);
        RoomId direct = TestRooms.direct(ada, bob);

        try (TestSocket socket = TestSocket.connect(server)) {
            JsonNode answer = socket.request("session.open", Map.of("token", bob.accessToken()));

            List<String> ids = answer.get("rooms").findValuesAsText("memberCount");
            assertThat(ids).containsExactly("2", "2");
            assertThat(answer.get("rooms").toString()).contains(room.toString(), direct.toString());
        }
    }

    @Test
    void whoIsAddedIsToldAndListensFromThenOn() {
        try (TestSocket adas = TestSocket.open(server, ada.accessToken());
                TestSocket bobs = TestSocket.open(server, bob.accessToken())) {
            RoomId room = TestRooms.closed(ada);
            assertThat(adas.awaitPushes("room.added", 1).getFirst().get("role").asText())
                    .isEqualTo("creator");

            addBob(room);
            JsonNode added = bobs.awaitPushes("room.added", 1).getFirst();
            assertThat(added.get("id").asText()).isEqualTo(room.toString());
            assertThat(added.get("role").asText()).isEqualTo("member");
            assertThat(added.get("lastSeq").asLong()).isEqualTo(2);
            JsonNode members = adas.awaitPushes("room.members", 1).getFirst();
            assertThat(members.get("memberCount").asInt()).isEqualTo(2);
            assertThat(members.at("/joined/0/user/id").asText())
                    .isEqualTo(bob.id().toString());

            say(ada, room);
            JsonNode message = bobs.awaitPushes("room.message", 1).getLast();
            assertThat(message.get("text").asText()).isEqualTo("hello");
            assertThat(message.get("rev").asLong())
                    .isEqualTo(added.get("lastRev").asLong() + 1);
        }
    }

    @Test
    void whoIsRemovedIsToldAndHearsNoMore() {
        RoomId room = TestRooms.closed(ada, bob);
        RoomId other = TestRooms.closed(ada, bob);
        try (TestSocket adas = TestSocket.open(server, ada.accessToken());
                TestSocket bobs = TestSocket.open(server, bob.accessToken())) {
            ada.call()
                    .delete("/api/room/member?roomId=" + room + "&userId=" + bob.id())
                    .then()
                    .statusCode(204);
            assertThat(bobs.awaitPushes("room.removed", 1)
                            .getFirst()
                            .get("roomId")
                            .asText())
                    .isEqualTo(room.toString());
            assertThat(adas.awaitPushes("room.members", 1)
                            .getFirst()
                            .at("/left/0")
                            .asText())
                    .isEqualTo(bob.id().toString());

            int heard = bobs.pushes("room.message").size();
            say(ada, room);
            say(ada, other);
            assertThat(bobs.awaitPushes("room.message", heard + 1)
                            .getLast()
                            .get("roomId")
                            .asText())
                    .isEqualTo(other.toString());
        }
    }

    @Test
    void membersHearOfNewNamesAndRoles() {
        RoomId room = TestRooms.closed(ada, bob);
        try (TestSocket bobs = TestSocket.open(server, bob.accessToken())) {
            ada.call()
                    .body(Map.of("id", room.toString(), "name", "Renamed"))
                    .patch("/api/room")
                    .then()
                    .statusCode(200);
            JsonNode changed = bobs.awaitPushes("room.changed", 1).getFirst();
            assertThat(changed.get("name").asText()).isEqualTo("Renamed");
            for (String own : List.of("role", "readSeq", "unread", "mentions", "lastMessage")) {
                assertThat(changed.has(own)).as(own).isFalse();
            }

            TestRooms.changeRole(ada, room, bob, "admin").then().statusCode(200);
            assertThat(bobs.awaitPushes("room.members", 1)
                            .getFirst()
                            .at("/changed/0/role")
                            .asText())
                    .isEqualTo("admin");
            ada.call().delete("/api/room?id=" + room).then().statusCode(204);
            bobs.awaitPushes("room.removed", 1);
        }
    }

    @Test
    void roomsAreMadeEnteredAndLeftOverTheSocket() {
        try (TestSocket adas = TestSocket.open(server, ada.accessToken());
                TestSocket bobs = TestSocket.open(server, bob.accessToken())) {
            String id = adas.request("room.create", Map.of("name", "By socket", "joinPolicy", "open"))
                    .get("id")
                    .asText();
            assertThat(bobs.refusal("room.leave", Map.of("roomId", id))).isEqualTo("room.not_a_member");
            assertThat(bobs.request("room.join", Map.of("roomId", id))
                            .get("role")
                            .asText())
                    .isEqualTo("member");
            assertThat(bobs.request("room.leave", Map.of("roomId", id))).isEmpty();
            bobs.awaitPushes("room.removed", 1);

            String code = TestRooms.invitation(ada, RoomId.parse(id), 1);
            assertThat(bobs.request("room.join", Map.of("invitation", code))
                            .get("id")
                            .asText())
                    .isEqualTo(id);
            assertThat(bobs.refusal("room.join", Map.of())).isEqualTo("request.invalid");
            assertThat(bobs.refusal("room.create", Map.of("name", " "))).isEqualTo("request.invalid");
        }
    }

    @Test
    void friendsHearOfEachOther() {
        try (TestSocket adas = TestSocket.open(server, ada.accessToken());
                TestSocket bobs = TestSocket.open(server, bob.accessToken())) {
            TestRooms.befriend(ada, bob);
            assertThat(adas.awaitPushes("friend.changed", 1)
                            .getFirst()
                            .get("state")
                            .asText())
                    .isEqualTo("requested");
            assertThat(bobs.awaitPushes("friend.changed", 1)
                            .getFirst()
                            .get("state")
                            .asText())
                    .isEqualTo("pending");

            TestRooms.befriend(bob, ada);
            JsonNode accepted = adas.awaitPushes("friend.changed", 2).getLast();
            assertThat(accepted.get("state").asText()).isEqualTo("accepted");
            JsonNode room = adas.awaitPushes("room.added", 1).getFirst();
            assertThat(room.get("id").asText()).isEqualTo(accepted.get("roomId").asText());
            assertThat(room.at("/other/id").asText()).isEqualTo(bob.id().toString());
            bobs.awaitPushes("room.added", 1);

            bob.call().delete("/api/friend?userId=" + ada.id()).then().statusCode(204);
            JsonNode gone = adas.awaitPushes("friend.changed", 3).getLast();
            assertThat(gone.get("state").asText()).isEqualTo("none");
            assertThat(gone.has("createdAt")).isFalse();
            assertThat(adas.awaitPushes("room.changed", 1)
                            .getFirst()
                            .get("readOnly")
                            .asBoolean())
                    .isTrue();
        }
    }

    private void addBob(RoomId room) {
        ada.call()
                .body(Map.of(
                        "roomId", room.toString(), "userIds", List.of(bob.id().toString())))
                .post("/api/room/member")
                .then()
                .statusCode(200);
    }

    private static void say(TestUser user, RoomId room) {
        user.call()
                .body(Map.of("roomId", room.toString(), "text", "hello"))
                .post("/api/room/message")
                .then()
                .statusCode(201);
    }
}
