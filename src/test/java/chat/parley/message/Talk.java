package chat.parley.message;

import chat.parley.room.RoomId;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;

/** A closed group with one person of each kind, and what they do with its messages over HTTP. */
final class Talk {
    final TestUser creator = TestUsers.register();
    final TestUser admin = TestUsers.register();
    final TestUser author = TestUsers.register();
    final TestUser member = TestUsers.register();
    final TestUser stranger = TestUsers.register();
    final RoomId room = TestRooms.closed(creator, admin, author, member);

    Talk() {
        TestRooms.changeRole(creator, room, admin, "admin").then().statusCode(200);
    }

    String id() {
        return room.toString();
    }

    /** The number of a new message. */
    long say(TestUser user, String text) {
        Response answer = send(user, text);
        answer.then().statusCode(201);
        return answer.jsonPath().getLong("seq");
    }

    Response send(TestUser user, String text) {
        return user.call()
                .body(Map.of("roomId", id(), "clientId", UUID.randomUUID().toString(), "text", text))
                .post("/api/room/message");
    }

    Response edit(TestUser user, long seq, String text) {
        return user.call()
                .body(Map.of("roomId", id(), "seq", seq, "text", text))
                .patch("/api/room/message");
    }

    Response versions(TestUser user, long seq) {
        return user.call().get("/api/room/message/version?roomId=" + id() + "&seq=" + seq);
    }

    Response recall(TestUser user, long seq) {
        return user.call().delete("/api/room/message?roomId=" + id() + "&seq=" + seq);
    }

    Response react(TestUser user, long seq, String emoji) {
        return user.call()
                .body(Map.of("roomId", id(), "seq", seq, "emoji", emoji))
                .put("/api/room/reaction");
    }

    Response unreact(TestUser user, long seq, String emoji) {
        return user.call().queryParam("emoji", emoji).delete("/api/room/reaction?roomId=" + id() + "&seq=" + seq);
    }

    Response pin(TestUser user, long seq) {
        return user.call().body(Map.of("roomId", id(), "seq", seq)).put("/api/room/pin");
    }

    Response unpin(TestUser user, long seq) {
        return user.call().delete("/api/room/pin?roomId=" + id() + "&seq=" + seq);
    }

    Response pins(TestUser user) {
        return user.call().get("/api/room/pin?roomId=" + id());
    }

    Response history(TestUser user) {
        return user.call().get("/api/room/message?limit=100&roomId=" + id());
    }

    /** How the room is in this user's list. */
    Response room(TestUser user) {
        return user.call().get("/api/room?id=" + id());
    }

    long lastRev() {
        return room(creator).jsonPath().getLong("lastRev");
    }
}
