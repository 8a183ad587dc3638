package chat.parley.room.handler.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
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
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is banned stays out, whichever door they try, until the ban is lifted. */
@QuarkusTest
class BanIT {
    @TestHTTPResource
    URI server;

    private TestUser creator;
    private TestUser admin;
    private TestUser member;
    private TestUser stranger;
    private RoomId room;

    @BeforeEach
    void fillARoom() {
        creator = TestUsers.register();
        admin = TestUsers.register();
        member = TestUsers.register();
        stranger = TestUsers.register();
        room = TestRooms.open(creator, admin, member);
        TestRooms.changeRole(creator, room, admin, "admin").then().statusCode(200);
    }

    @Test
    void peopleBanThoseBelowThem() {
        given().contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/room/ban")
                .then()
                .statusCode(401);
        ban(stranger, member).then().statusCode(403).body("code", equalTo("room.not_a_member"));
        ban(member, admin).then().statusCode(403).body("code", equalTo("room.forbidden"));
        ban(admin, creator).then().statusCode(403);
        ban(admin, admin).then().statusCode(403);
        ban(admin, member)
                .then()
                .statusCode(200)
                .body("user.id", equalTo(member.id().toString()))
                .body("bannedBy", equalTo(admin.id().toString()))
                .body("reason", equalTo("Spam"));
        ban(creator, admin).then().statusCode(200);
        ban(creator, stranger).then().statusCode(200);
        creator.call()
                .body(Map.of("roomId", room.toString(), "userId", "5"))
                .post("/api/room/ban")
                .then()
                .statusCode(404)
                .body("code", equalTo("identity.user_not_found"));
        creator.call()
                .get("/api/room?id=" + room)
                .then()
                .body("memberCount", equalTo(1))
                .body("lastMessage.system.type", equalTo("MEMBER_BANNED"));
        RoomId closed = TestRooms.closed(creator);
        stranger.call()
                .body(Map.of("roomId", closed.toString(), "userId", member.id().toString()))
                .post("/api/room/ban")
                .then()
                .statusCode(404)
                .body("code", equalTo("room.not_found"));
        RoomId direct = TestRooms.direct(creator, member);
        creator.call()
                .body(Map.of("roomId", direct.toString(), "userId", member.id().toString()))
                .post("/api/room/ban")
                .then()
                .statusCode(409);
    }

    @Test
    void noDoorOpensUntilTheBanIsLifted() {
        String invitation = TestRooms.invitation(creator, room, 5);
        ban(admin, member).then().statusCode(200);

        TestRooms.join(member, room).then().statusCode(403).body("code", equalTo("room.banned"));
        TestRooms.join(member, invitation).then().statusCode(403).body("code", equalTo("room.banned"));
        member.call().get("/api/room/invitation?code=" + invitation).then().statusCode(403);
        stranger.call()
                .get("/api/room/invitation?code=" + invitation)
                .then()
                .statusCode(200)
                .body("invitation.usesLeft", equalTo(5));
        add(member).then().statusCode(422).body("errors[0].pointer", equalTo("/userIds/0"));
        add(stranger).then().statusCode(200);
        member.call().get("/api/room/message?roomId=" + room).then().statusCode(403);

        lift(member, member).then().statusCode(403);
        given().delete(lifting(member)).then().statusCode(401);
        lift(admin, member).then().statusCode(204);
        lift(admin, member).then().statusCode(404).body("code", equalTo("room.not_banned"));
        TestRooms.join(member, room).then().statusCode(200).body("role", equalTo("member"));
    }

    @Test
    void onlyAdminsSeeWhoIsBanned() {
        ban(creator, member);
        ban(creator, stranger);
        String path = "/api/room/ban?limit=1&roomId=" + room;

        given().get(path).then().statusCode(401);
        TestUsers.register().call().get(path).then().statusCode(403);
        String next = admin.call()
                .get(path)
                .then()
                .statusCode(200)
                .body("items.user.id", contains(member.id().toString()))
                .extract()
                .path("next");
        admin.call()
                .get(path + "&cursor=" + next)
                .then()
                .body("items.user.id", contains(stranger.id().toString()))
                .body("next", nullValue());
    }

    @Test
    void anOpenRoomIsNotDiscoveredByWhoIsBanned() {
        String name = creator.call().get("/api/room?id=" + room).path("name");
        ban(creator, member);

        member.call()
                .queryParam("q", name)
                .get("/api/room?discover=true")
                .then()
                .body("items", hasSize(0));
        stranger.call()
                .queryParam("q", name)
                .get("/api/room?discover=true")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void banningAgainChangesNothing() {
        ban(admin, member);
        int seq = creator.call().get("/api/room?id=" + room).path("lastSeq");

        creator.call()
                .body(Map.of("roomId", room.toString(), "userId", member.id().toString(), "reason", "Something else"))
                .post("/api/room/ban")
                .then()
                .statusCode(200)
                .body("reason", equalTo("Spam"))
                .body("bannedBy", equalTo(admin.id().toString()));
        creator.call().get("/api/room?id=" + room).then().body("lastSeq", equalTo(seq));
    }

    @Test
    void whoJoinsWhileTheyAreBannedIsOutInTheEnd() {
        for (int round = 0; round < 5; round++) {
            TestUser guest = TestUsers.register();
            List<Integer> statuses = Together.call(
                    4,
                    i -> i == 0
                            ? ban(admin, guest).statusCode()
                            : TestRooms.join(guest, room).statusCode());

            assertThat(statuses.getFirst()).isEqualTo(200);
            assertThat(statuses).containsAnyOf(200, 403).doesNotContain(500);
            guest.call().get("/api/room/message?roomId=" + room).then().statusCode(403);
        }
        creator.call().get("/api/room?id=" + room).then().body("memberCount", equalTo(3));
    }

    @Test
    void whoIsBannedIsToldThatTheyAreOutAndOutsidersHearNothing() {
        try (TestSocket members = TestSocket.open(server, member.accessToken());
                TestSocket strangers = TestSocket.open(server, stranger.accessToken())) {
            ban(admin, stranger).then().statusCode(200);
            ban(admin, member).then().statusCode(200);

            assertThat(members.awaitPushes("room.removed", 1)
                            .getFirst()
                            .get("roomId")
                            .asText())
                    .isEqualTo(room.toString());
            assertThat(strangers.pushes("room.removed")).isEmpty();
        }
    }

    private Response ban(TestUser by, TestUser whom) {
        return by.call()
                .body(Map.of("roomId", room.toString(), "userId", whom.id().toString(), "reason", "Spam"))
                .post("/api/room/ban");
    }

    private String lifting(TestUser whom) {
        return "/api/room/ban?roomId=" + room + "&userId=" + whom.id();
    }

    private Response lift(TestUser by, TestUser whom) {
        return by.call().delete(lifting(whom));
    }

    private Response add(TestUser whom) {
        return admin.call()
                .body(Map.of(
                        "roomId", room.toString(), "userIds", List.of(whom.id().toString())))
                .post("/api/room/member");
    }
}
