package chat.parley.permission;

import static io.restassured.RestAssured.given;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import chat.parley.testing.Sql;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;

/** The people whom all scenes share; nothing that is done in a scene changes them. */
final class Town {
    private final TestUser owner = TestUsers.register();
    private final TestUser newcomer = TestUsers.register();
    private final TestUser exile = TestUsers.register();
    private final TestUser operator = TestUsers.register();
    private final Sql sql;

    Town(Sql sql) {
        this.sql = sql;
        promote(operator.id());
    }

    /** Makes somebody an admin of the server, which no operation does. */
    void promote(UserId user) {
        sql.update("UPDATE users SET permission = 'admin' WHERE id = ?", user.value());
    }

    /** Creates the rooms in which the caller is not the creator. */
    TestUser owner() {
        return owner;
    }

    /** Is in no room. */
    TestUser newcomer() {
        return newcomer;
    }

    /** Is banned where a scene needs somebody who is. */
    TestUser exile() {
        return exile;
    }

    void disable(TestUser user) {
        ok(operator.call().body(Map.of("userId", user.id().toString())).post("/api/user/disable"));
    }

    void block(TestUser one, TestUser other) {
        ok(one.call().body(Map.of("userId", other.id().toString())).post("/api/block"));
    }

    void ban(RoomId room, TestUser user) {
        ok(owner.call()
                .body(Map.of("roomId", room.toString(), "userId", user.id().toString()))
                .post("/api/room/ban"));
    }

    void remove(RoomId room, TestUser user) {
        ok(owner.call().delete("/api/room/member?roomId=" + room + "&userId=" + user.id()));
    }

    static Response anonymously(String path, Map<String, ?> body) {
        return given().contentType(ContentType.JSON).body(body).post(path);
    }

    static Response ok(Response answer) {
        if (answer.statusCode() >= 300) {
            throw new AssertionError("a scene cannot be set: " + answer.asString());
        }
        return answer;
    }
}
