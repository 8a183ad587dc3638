package chat.parley.message;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import chat.parley.room.RoomId;
import chat.parley.testing.Sql;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A room for its creator, and a person's data for that person: all of it, and nobody else's. */
@QuarkusTest
class ExportIT {
    private static final String NASTY = "</p><script>alert('x')</script> & \"more\"";

    @Inject
    Sql sql;

    private TestUser creator;
    private TestUser admin;
    private TestUser member;
    private RoomId room;

    @BeforeEach
    void talk() {
        creator = TestUsers.register();
        admin = TestUsers.register();
        member = TestUsers.register();
        room = TestRooms.closed(creator, admin, member);
        TestRooms.changeRole(creator, room, admin, "admin").then().statusCode(200);
        say(member, room, NASTY);
        say(admin, room, "Привет, 世界");
    }

    @Test
    void onlyTheCreatorExportsARoom() {
        given().get(path("json")).then().statusCode(401);
        TestUsers.register().call().get(path("json")).then().statusCode(404);
        member.call().get(path("json")).then().statusCode(403);
        admin.call().get(path("json")).then().statusCode(403).body("code", equalTo("room.forbidden"));
        creator.call().get(path("pdf")).then().statusCode(422);
        creator.call()
                .get("/api/room/export?id=" + TestRooms.direct(creator, member))
                .then()
                .statusCode(409);
        creator.call()
                .get(path("json"))
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("parley-room-" + room + ".json"))
                .body(
                        "room.name",
                        equalTo(creator.call().get("/api/room?id=" + room).path("name")))
                .body("messages.text", hasItems(NASTY, "Привет, 世界"))
                .body("messages.seq", hasSize(6))
                .body("users.id", hasItems(member.id().toString(), admin.id().toString()))
                .body("users[0].email", nullValue());
    }

    @Test
    void thePageToReadShowsTextAsText() {
        String page = creator.call()
                .get(path("html"))
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .extract()
                .asString();

        assertThat(page)
                .contains("&lt;/p&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;")
                .doesNotContain("<script")
                .contains("Привет, 世界")
                .endsWith("</html>\n");
    }

    @Test
    void aLargeRoomIsExportedWhole() {
        int rows = sql.update(
                "INSERT INTO messages (room_id, seq, rev, user_id, content_type, text_message, created_at)"
                        + " SELECT ?, 100 + n, 100 + n, ?, 'TEXT', CONCAT('m', n), NOW() FROM (SELECT a.i * 40 + b.i AS n"
                        + " FROM (" + numbers() + ") a, (" + numbers() + ") b) all_numbers",
                room.value(),
                creator.id().value());
        sql.update("UPDATE rooms SET last_seq = 2000, last_rev = 2000 WHERE id = ?", room.value());

        List<Integer> seqs = creator.call().get(path("json")).jsonPath().getList("messages.seq");

        assertThat(seqs).hasSize(6 + rows).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void exportsAreNotForFree() {
        List<Integer> statuses = java.util.stream.IntStream.range(0, 7)
                .mapToObj(i -> creator.call().get(path("html")).statusCode())
                .toList();

        assertThat(statuses.subList(0, 5)).containsOnly(200);
        assertThat(statuses.subList(5, 7)).containsOnly(429);
        Response refused = creator.call().get(path("html"));
        refused.then().body("code", equalTo("request.rate_limited"));
        assertThat(refused.header("Retry-After")).isNotNull();
    }

    @Test
    void myDataAreMineAlone() {
        TestUser friend = TestUsers.register();
        TestRooms.befriend(member, friend).then().statusCode(200);
        TestUser blocked = TestUsers.register();
        member.call().body(Map.of("userId", blocked.id().toString())).post("/api/block");
        RoomId left = TestRooms.open(creator);
        TestRooms.join(member, left);
        say(member, left, "from a room I left");
        member.call().body(Map.of("id", left.toString())).post("/api/leaveRoom");

        given().get("/api/userInfo/export").then().statusCode(401);
        member.call()
                .get("/api/userInfo/export")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .body("account.email", equalTo(member.email()))
                .body("sessions", hasSize(1))
                .body("friends.userId", hasItem(friend.id().toString()))
                .body("blocks.userId", hasItem(blocked.id().toString()))
                .body("rooms.roomId", hasItem(room.toString()))
                .body("messages", hasSize(2))
                .body("messages.text", hasItems(NASTY, "from a room I left"));
    }

    private String path(String format) {
        return "/api/room/export?id=" + room + "&format=" + format;
    }

    private static void say(TestUser user, RoomId room, String text) {
        user.call()
                .body(Map.of("roomId", room.toString(), "text", text))
                .post("/api/room/message")
                .then()
                .statusCode(201);
    }

    private static String numbers() {
        StringBuilder numbers = new StringBuilder("SELECT 0 AS i");
        for (int i = 1; i < 40; i++) {
            numbers.append(" UNION ALL SELECT ").append(i);
        }
        return numbers.toString();
    }
}
