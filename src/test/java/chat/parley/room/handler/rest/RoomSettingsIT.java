package chat.parley.room.handler.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who writes in a room, of what one is told, and for how long messages are kept. */
@QuarkusTest
class RoomSettingsIT {
    @TestHTTPResource
    URI server;

    private TestUser creator;
    private TestUser admin;
    private TestUser member;
    private RoomId room;

    @BeforeEach
    void fillARoom() {
        creator = TestUsers.register();
        admin = TestUsers.register();
        member = TestUsers.register();
        room = TestRooms.closed(creator, admin, member);
        TestRooms.changeRole(creator, room, admin, "admin").then().statusCode(200);
    }

    @Test
    void inARoomForAnnouncementsOnlyAdminsWrite() {
        say(member).then().statusCode(201);
        change(member, "writePolicy", "admins").then().statusCode(403);
        change(admin, "writePolicy", "admins")
                .then()
                .statusCode(200)
                .body("writePolicy", equalTo("admins"))
                .body("lastMessage.system.writePolicy", equalTo("admins"));

        say(member).then().statusCode(403).body("code", equalTo("room.write_restricted"));
        say(admin).then().statusCode(201);
        say(creator).then().statusCode(201);
        try (TestSocket members = TestSocket.open(server, member.accessToken())) {
            assertThat(members.refusal("room.sendMessage", message())).isEqualTo("room.write_restricted");
        }
        TestRooms.changeRole(creator, room, admin, "member").then().statusCode(200);
        say(admin).then().statusCode(403);
        change(creator, "writePolicy", "everyone").then().statusCode(200);
        say(member).then().statusCode(201);
        change(creator, "writePolicy", "nobody").then().statusCode(422);
    }

    @Test
    void whatWasStoredBeforeTheRestrictionIsStillAnswered() {
        Map<String, Object> message = message();
        String id = send(member, message).then().statusCode(201).extract().path("id");
        change(creator, "writePolicy", "admins");

        send(member, message).then().statusCode(200).body("id", equalTo(id)).body("duplicate", equalTo(true));
    }

    @Test
    void whoIsDemotedWhileWritingWritesNothingAfterwards() {
        change(creator, "writePolicy", "admins");

        List<Integer> statuses = Together.call(
                8,
                i -> i == 0
                        ? TestRooms.changeRole(creator, room, admin, "member").statusCode()
                        : say(admin).statusCode());

        assertThat(statuses.getFirst()).isEqualTo(200);
        assertThat(statuses.subList(1, 8)).isSubsetOf(201, 403);
        // The log itself says who was right: nothing of the former admin stands behind the notice of their new role.
        List<Map<String, Object>> log = member.call()
                .get("/api/room/message?limit=100&roomId=" + room)
                .jsonPath()
                .getList("messages");
        int demoted = 0;
        for (int i = 0; i < log.size(); i++) {
            if (log.get(i).get("system") instanceof Map<?, ?> notice && "member".equals(notice.get("role"))) {
                demoted = i;
            }
        }
        assertThat(log.subList(demoted + 1, log.size()))
                .noneMatch(entry -> admin.id().toString().equals(entry.get("userId")));
    }

    @Test
    void everybodyChoosesForThemselvesOfWhatToBeTold() {
        given().contentType(ContentType.JSON)
                .body(Map.of())
                .patch("/api/room/notify")
                .then()
                .statusCode(401);
        notify(TestUsers.register(), "none").then().statusCode(404);
        notify(member, "sometimes").then().statusCode(422);
        try (TestSocket other = TestSocket.open(server, member.accessToken());
                TestSocket admins = TestSocket.open(server, admin.accessToken())) {
            notify(member, "mentions").then().statusCode(200).body("notifyLevel", equalTo("mentions"));

            assertThat(other.awaitPushes("room.notify", 1)
                            .getFirst()
                            .get("notifyLevel")
                            .asText())
                    .isEqualTo("mentions");
            assertThat(admins.pushes("room.notify")).isEmpty();
        }
        member.call().get("/api/room?id=" + room).then().body("notifyLevel", equalTo("mentions"));
        admin.call().get("/api/room?id=" + room).then().body("notifyLevel", equalTo("all"));
        RoomId direct = TestRooms.direct(creator, member);
        member.call()
                .body(Map.of("roomId", direct.toString(), "notifyLevel", "none"))
                .patch("/api/room/notify")
                .then()
                .statusCode(200);
    }

    @Test
    void onlyTheCreatorSaysForHowLongMessagesAreKept() {
        change(TestUsers.register(), "retentionDays", 30).then().statusCode(404);
        change(member, "retentionDays", 30).then().statusCode(403);
        change(admin, "retentionDays", 30).then().statusCode(403);
        change(creator, "retentionDays", 30)
                .then()
                .statusCode(200)
                .body("retentionDays", equalTo(30))
                .body("lastMessage.system.retentionDays", equalTo(30));
        member.call().get("/api/room?id=" + room).then().body("retentionDays", equalTo(30));
        admin.call()
                .body(Map.of("id", room.toString(), "name", "Same days", "retentionDays", 30))
                .patch("/api/room")
                .then()
                .statusCode(200);
        change(creator, "retentionDays", 4000).then().statusCode(422);
        change(creator, "retentionDays", 0).then().statusCode(200).body("retentionDays", nullValue());
    }

    private Response change(TestUser by, String what, Object value) {
        return by.call().body(Map.of("id", room.toString(), what, value)).patch("/api/room");
    }

    private Response notify(TestUser user, String level) {
        return user.call()
                .body(Map.of("roomId", room.toString(), "notifyLevel", level))
                .patch("/api/room/notify");
    }

    private Map<String, Object> message() {
        return Map.of("roomId", room.toString(), "clientId", UUID.randomUUID().toString(), "text", "hello");
    }

    private Response say(TestUser user) {
        return send(user, message());
    }

    private static Response send(TestUser user, Map<String, Object> message) {
        return user.call().body(message).post("/api/room/message");
    }
}
