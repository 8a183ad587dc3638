package chat.parley.room.handler.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import chat.parley.room.RoomId;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import chat.parley.testing.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MembersIT {
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
        room = TestRooms.closed(creator, admin, member);
        TestRooms.changeRole(creator, room, admin, "admin").then().statusCode(200);
    }

    @Test
    void membersSeeWhoIsThereByRole() {
        String path = "/api/room/member?roomId=" + room;

        given().get(path).then().statusCode(401);
        stranger.call().get(path).then().statusCode(404);
        member.call()
                .get(path)
                .then()
                .statusCode(200)
                .body("items.role", contains("creator", "admin", "member"))
                .body("items[1].user.username", equalTo(admin.username()));
        RoomId open = TestRooms.open(creator);
        stranger.call()
                .get("/api/room/member?roomId=" + open)
                .then()
                .statusCode(403)
                .body("code", equalTo("room.not_a_member"));
    }

    @Test
    void theMemberListGoesInPagesAndByName() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page = member.call().get("/api/room/member?limit=1&roomId=" + room + "&cursor=" + cursor);
            seen.addAll(page.path("items.user.id"));
            cursor = page.path("next");
        }

        assertThat(seen)
                .containsExactly(
                        creator.id().toString(),
                        admin.id().toString(),
                        member.id().toString());
        member.call()
                .get("/api/room/member?roomId=" + room + "&q="
                        + admin.username().substring(3))
                .then()
                .body("items.user.id", contains(admin.id().toString()));
        member.call()
                .get("/api/room/member?roomId=" + room + "&cursor=nonsense")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/cursor"));
    }

    @Test
    void adminsAddPeopleAndMembersDoNot() {
        Map<String, Object> body = Map.of(
                "roomId", room.toString(), "userIds", List.of(stranger.id().toString()));

        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/room/member")
                .then()
                .statusCode(401);
        stranger.call().body(body).post("/api/room/member").then().statusCode(404);
        member.call()
                .body(body)
                .post("/api/room/member")
                .then()
                .statusCode(403)
                .body("code", equalTo("room.forbidden"));
        admin.call()
                .body(body)
                .post("/api/room/member")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].role", equalTo("member"))
                .body("items[0].user.id", equalTo(stranger.id().toString()));
        stranger.call()
                .get("/api/room?id=" + room)
                .then()
                .body("role", equalTo("member"))
                .body("memberCount", equalTo(4))
                .body("unread", equalTo(0));
        admin.call()
                .body(Map.of("roomId", room.toString(), "userIds", List.of("1")))
                .post("/api/room/member")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/userIds/0"));
    }

    @Test
    void onlyTheCreatorGivesRoles() {
        given().contentType(ContentType.JSON)
                .body(Map.of())
                .patch("/api/room/member")
                .then()
                .statusCode(401);
        TestRooms.changeRole(stranger, room, member, "admin").then().statusCode(404);
        TestRooms.changeRole(member, room, member, "admin").then().statusCode(403);
        TestRooms.changeRole(admin, room, member, "admin").then().statusCode(403);
        TestRooms.changeRole(creator, room, stranger, "admin")
                .then()
                .statusCode(404)
                .body("code", equalTo("room.member_not_found"));
        TestRooms.changeRole(creator, room, member, "creator")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/role"));
        TestRooms.changeRole(creator, room, creator, "member").then().statusCode(403);
        TestRooms.changeRole(creator, room, member, "admin")
                .then()
                .statusCode(200)
                .body("role", equalTo("admin"));
        TestRooms.changeRole(creator, room, admin, "member")
                .then()
                .statusCode(200)
                .body("role", equalTo("member"));
        creator.call()
                .get("/api/room?id=" + room)
                .then()
                .body("lastMessage.system.type", equalTo("ROLE_CHANGED"))
                .body("lastMessage.system.role", equalTo("member"));
    }

    @Test
    void peopleRemoveThoseBelowThem() {
        given().delete(removal(member)).then().statusCode(401);
        stranger.call().delete(removal(member)).then().statusCode(404);
        member.call().delete(removal(admin)).then().statusCode(403);
        admin.call().delete(removal(creator)).then().statusCode(403);
        admin.call().delete(removal(admin)).then().statusCode(403);
        admin.call().delete(removal(stranger)).then().statusCode(404).body("code", equalTo("room.member_not_found"));
        admin.call().delete(removal(member)).then().statusCode(204);
        member.call().get("/api/room?id=" + room).then().statusCode(404);
        creator.call().delete(removal(admin)).then().statusCode(204);
        creator.call().get("/api/room?id=" + room).then().body("memberCount", equalTo(1));
    }

    private String removal(TestUser user) {
        return "/api/room/member?roomId=" + room + "&userId=" + user.id();
    }

    @Test
    void theCreatorHandsTheRoomOver() {
        given().contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/room/owner")
                .then()
                .statusCode(401);
        handOver(stranger, member).then().statusCode(404);
        handOver(admin, member).then().statusCode(403);
        handOver(creator, stranger).then().statusCode(404);
        handOver(creator, member).then().statusCode(200).body("role", equalTo("admin"));
        handOver(creator, creator).then().statusCode(403);
        member.call().get("/api/room?id=" + room).then().body("role", equalTo("creator"));
    }

    private Response handOver(TestUser from, TestUser to) {
        return from.call()
                .body(Map.of("roomId", room.toString(), "userId", to.id().toString()))
                .post("/api/room/owner");
    }

    @Test
    void theCreatorLeavesLastAndTheRoomWithThem() {
        given().contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/leaveRoom")
                .then()
                .statusCode(401);
        leave(stranger).then().statusCode(404);
        leave(creator).then().statusCode(409).body("code", equalTo("room.owner_must_stay"));
        leave(member).then().statusCode(204);
        leave(member).then().statusCode(404);
        leave(admin).then().statusCode(204);
        leave(creator).then().statusCode(204);
        creator.call().get("/api/room?id=" + room).then().statusCode(404);
    }

    private Response leave(TestUser user) {
        return user.call().body(Map.of("id", room.toString())).post("/api/leaveRoom");
    }

    @Test
    void anOpenRoomIsEnteredByItsIdAndAnotherIsNot() {
        RoomId open = TestRooms.open(creator);

        given().contentType(ContentType.JSON)
                .body(Map.of("id", open.toString()))
                .post("/api/joinRoom")
                .then()
                .statusCode(401);
        TestRooms.join(stranger, room).then().statusCode(404).body("code", equalTo("room.not_found"));
        TestRooms.join(stranger, open)
                .then()
                .statusCode(200)
                .body("role", equalTo("member"))
                .body("unread", equalTo(0))
                .body("lastMessage.system.type", equalTo("MEMBER_JOINED"));
        TestRooms.join(creator, open).then().statusCode(200).body("role", equalTo("creator"));
        TestRooms.join(stranger, open).then().statusCode(200).body("memberCount", equalTo(2));
        stranger.call().body(Map.of()).post("/api/joinRoom").then().statusCode(422);
        stranger.call()
                .body(Map.of("id", open.toString(), "invitation", "x"))
                .post("/api/joinRoom")
                .then()
                .statusCode(422);
    }

    @Test
    void manyWhoEnterAtTheSameTimeAreAllCounted() {
        RoomId open = TestRooms.open(creator);
        List<TestUser> crowd =
                IntStream.range(0, 10).mapToObj(i -> TestUsers.register()).toList();

        List<Integer> statuses =
                Together.call(20, i -> TestRooms.join(crowd.get(i / 2), open).statusCode());

        assertThat(statuses).containsOnly(200);
        creator.call()
                .get("/api/room?id=" + open)
                .then()
                .body("memberCount", equalTo(11))
                .body("lastSeq", equalTo(11));
        creator.call()
                .get("/api/room/member?roomId=" + open)
                .then()
                .body("items", hasSize(11))
                .body("next", nullValue());
    }
}
