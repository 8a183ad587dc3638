package chat.parley.testing;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import chat.parley.testing.TestUsers.TestUser;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes rooms and friends over HTTP, as a client would. */
public final class TestRooms {
    private TestRooms() {}

    /** A name that no other room has. */
    public static String name() {
        return "Room " + UUID.randomUUID();
    }

    public static RoomId open(TestUser creator, TestUser... members) {
        return make(creator, "open", members);
    }

    public static RoomId closed(TestUser creator, TestUser... members) {
        return make(creator, "invite", members);
    }

    private static RoomId make(TestUser creator, String joinPolicy, TestUser... members) {
        List<String> ids =
                Stream.of(members).map(TestUser::id).map(UserId::toString).toList();
        Response answer = creator.call()
                .body(Map.of("name", name(), "joinPolicy", joinPolicy, "memberIds", ids))
                .post("/api/room");
        answer.then().statusCode(201);
        return RoomId.parse(answer.path("id"));
    }

    /** The code of an invitation for this many people. */
    public static String invitation(TestUser admin, RoomId room, int uses) {
        Response answer = admin.call()
                .body(Map.of("roomId", room.toString(), "uses", uses))
                .post("/api/room/invitation");
        answer.then().statusCode(201);
        return answer.path("code");
    }

    public static Response join(TestUser user, RoomId room) {
        return user.call().body(Map.of("id", room.toString())).post("/api/joinRoom");
    }

    public static Response join(TestUser user, String invitation) {
        return user.call().body(Map.of("invitation", invitation)).post("/api/joinRoom");
    }

    public static Response changeRole(TestUser creator, RoomId room, TestUser member, String role) {
        return creator.call()
                .body(Map.of("roomId", room.toString(), "userId", member.id().toString(), "role", role))
                .patch("/api/room/member");
    }

    public static Response befriend(TestUser one, TestUser other) {
        return one.call().body(Map.of("userId", other.id().toString())).post("/api/friend");
    }

    /** The direct room of two who become friends. */
    public static RoomId direct(TestUser one, TestUser other) {
        befriend(one, other).then().statusCode(200);
        return RoomId.parse(befriend(other, one).path("roomId"));
    }
}
