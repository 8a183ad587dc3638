package chat.parley.room.handler.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import chat.parley.room.RoomId;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import chat.parley.testing.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InvitationResourceIT {
    private TestUser creator;
    private TestUser member;
    private TestUser stranger;
    private RoomId room;

    @BeforeEach
    void fillARoom() {
        creator = TestUsers.register();
        member = TestUsers.register();
        stranger = TestUsers.register();
        room = TestRooms.closed(creator, member);
    }

    @Test
    void adminsInviteAndMembersDoNot() {
        Map<String, Object> body = Map.of("roomId", room.toString(), "expiresInSeconds", 60, "uses", 2);

        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/room/invitation")
                .then()
                .statusCode(401);
        stranger.call().body(body).post("/api/room/invitation").then().statusCode(404);
        member.call().body(body).post("/api/room/invitation").then().statusCode(403);
        creator.call()
                .body(body)
                .post("/api/room/invitation")
                .then()
                .statusCode(201)
                .body("code.length()", equalTo(24))
                .body("roomId", equalTo(room.toString()))
                .body("createdBy", equalTo(creator.id().toString()))
                .body("usesLeft", equalTo(2))
                .body("expiresAt", notNullValue());
        creator.call()
                .body(Map.of("roomId", room.toString()))
                .post("/api/room/invitation")
                .then()
                .statusCode(201)
                .body("usesLeft", nullValue())
                .body("expiresAt", nullValue());
        creator.call()
                .body(Map.of("roomId", room.toString(), "uses", 0))
                .post("/api/room/invitation")
                .then()
                .statusCode(422);
        RoomId direct = TestRooms.direct(creator, member);
        creator.call()
                .body(Map.of("roomId", direct.toString()))
                .post("/api/room/invitation")
                .then()
                .statusCode(409);
    }

    @Test
    void invitationsAreSeenAndRevokedByAdminsOnly() {
        String code = TestRooms.invitation(creator, room, 1);
        String list = "/api/room/invitation?roomId=" + room;
        String one = "/api/room/invitation?code=" + code;

        given().get(list).then().statusCode(401);
        stranger.call().get(list).then().statusCode(404);
        member.call().get(list).then().statusCode(403);
        creator.call().get(list).then().statusCode(200).body("items.code", contains(code));
        given().delete(one).then().statusCode(401);
        stranger.call().delete(one).then().statusCode(404);
        member.call().delete(one).then().statusCode(403);
        creator.call().delete(one).then().statusCode(204);
        creator.call().get(list).then().body("items", hasSize(0));
        creator.call().delete(one).then().statusCode(404);
        TestRooms.join(stranger, code).then().statusCode(404).body("code", equalTo("room.invitation_invalid"));
        creator.call().get("/api/room/invitation").then().statusCode(422);
    }

    @Test
    void whoeverHasTheCodeSeesWhereItLeadsAndGetsIn() {
        String code = TestRooms.invitation(creator, room, 1);

        stranger.call()
                .get("/api/room/invitation?code=" + code)
                .then()
                .statusCode(200)
                .body("invitation.code", equalTo(code))
                .body("room.id", equalTo(room.toString()))
                .body("room.memberCount", equalTo(2))
                .body("room.lastSeq", nullValue());
        TestRooms.join(member, code).then().statusCode(200);
        TestRooms.join(stranger, code).then().statusCode(200).body("role", equalTo("member"));
        TestRooms.join(TestUsers.register(), code)
                .then()
                .statusCode(404)
                .body("code", equalTo("room.invitation_invalid"));
        TestRooms.join(stranger, "nonsense").then().statusCode(404);
    }

    @Test
    void ofManyWhoUseTheLastPlaceAtOnceExactlyOneGetsIn() {
        String code = TestRooms.invitation(creator, room, 1);
        List<TestUser> crowd =
                IntStream.range(0, 10).mapToObj(i -> TestUsers.register()).toList();

        List<Integer> statuses = Together.call(
                crowd.size(), i -> TestRooms.join(crowd.get(i), code).statusCode());

        assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 404)).isEqualTo(9);
        creator.call().get("/api/room?id=" + room).then().body("memberCount", equalTo(3));
    }
}
