package chat.parley.friendship.handler.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FriendResourceIT {
    @Inject
    DataSource dataSource;

    @Test
    void friendsAreForThoseWhoAreSignedIn() {
        TestUser ada = TestUsers.register();
        TestUser bob = TestUsers.register();

        given().contentType(ContentType.JSON)
                .body(Map.of("userId", bob.id().toString()))
                .post("/api/friend")
                .then()
                .statusCode(401)
                .body("code", equalTo("auth.unauthenticated"));
        given().get("/api/friend").then().statusCode(401);
        given().delete("/api/friend?userId=" + bob.id()).then().statusCode(401);
        TestRooms.befriend(ada, bob).then().statusCode(200).body("state", equalTo("requested"));
    }

    @Test
    void aRequestIsAcceptedByAskingBack() {
        TestUser ada = TestUsers.register();
        TestUser bob = TestUsers.register();

        ada.call()
                .body(Map.of("userId", bob.id().toString(), "note", " Hello! "))
                .post("/api/friend")
                .then()
                .statusCode(200)
                .body("state", equalTo("requested"))
                .body("user.username", equalTo(bob.username()))
                .body("note", equalTo("Hello!"))
                .body("roomId", nullValue());
        bob.call()
                .get("/api/friend?state=pending")
                .then()
                .body("items", hasSize(1))
                .body("items[0].user.id", equalTo(ada.id().toString()))
                .body("items[0].note", equalTo("Hello!"));
        TestRooms.befriend(ada, bob).then().body("state", equalTo("requested"));
        String room = TestRooms.befriend(bob, ada)
                .then()
                .statusCode(200)
                .body("state", equalTo("accepted"))
                .body("roomId", notNullValue())
                .extract()
                .path("roomId");
        ada.call()
                .get("/api/friend")
                .then()
                .body("items[0].state", equalTo("accepted"))
                .body("items[0].roomId", equalTo(room));
        TestRooms.befriend(bob, ada).then().body("roomId", equalTo(room));
    }

    @Test
    void nobodyBefriendsThemselvesOrSomebodyWhoIsNotThere() throws SQLException {
        TestUser ada = TestUsers.register();
        TestUser gone = TestUsers.register();
        disable(gone);

        TestRooms.befriend(ada, ada).then().statusCode(422).body("code", equalTo("friendship.self"));
        TestRooms.befriend(ada, gone).then().statusCode(404).body("code", equalTo("identity.user_not_found"));
        ada.call()
                .body(Map.of("userId", "1"))
                .post("/api/friend")
                .then()
                .statusCode(404)
                .body("code", equalTo("identity.user_not_found"));
        ada.call().body(Map.of()).post("/api/friend").then().statusCode(422).body("errors.pointer", hasItem("/userId"));
        ada.call()
                .delete("/api/friend?userId=" + gone.id())
                .then()
                .statusCode(404)
                .body("code", equalTo("friendship.not_found"));
    }

    @Test
    void theListGoesInPagesAndByState() {
        TestUser ada = TestUsers.register();
        List<TestUser> others = IntStream.range(0, 3)
                .mapToObj(i -> TestUsers.register())
                .peek(other -> TestRooms.befriend(ada, other))
                .toList();
        TestRooms.befriend(others.getFirst(), ada);

        String next = ada.call()
                .get("/api/friend?limit=2")
                .then()
                .body("items", hasSize(2))
                .body("next", notNullValue())
                .extract()
                .path("next");
        ada.call()
                .get("/api/friend?limit=2&cursor=" + next)
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
        ada.call().get("/api/friend?state=accepted").then().body("items", hasSize(1));
        ada.call().get("/api/friend?state=requested").then().body("items", hasSize(2));
        ada.call()
                .get("/api/friend?state=whatever")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/state"));
        ada.call().get("/api/friend?limit=101").then().statusCode(422).body("errors[0].pointer", equalTo("/limit"));
    }

    @Test
    void aFriendshipThatEndedLeavesTheirRoomToBeReadAndANewOneOpensItAgain() {
        TestUser ada = TestUsers.register();
        TestUser bob = TestUsers.register();
        RoomId room = TestRooms.direct(ada, bob);
        say(ada, room, 201, null);

        bob.call().delete("/api/friend?userId=" + ada.id()).then().statusCode(204);
        say(ada, room, 403, "room.read_only");
        ada.call().get("/api/room?id=" + room).then().statusCode(200).body("readOnly", equalTo(true));
        bob.call().get("/api/friend").then().body("items", hasSize(0));

        assertThat(TestRooms.direct(bob, ada)).isEqualTo(room);
        ada.call().get("/api/room?id=" + room).then().body("readOnly", equalTo(false));
        say(bob, room, 201, null);
        ada.call()
                .get("/api/room/message?roomId=" + room)
                .then()
                .body("messages.text", hasItem("hello"))
                .body("messages.findAll { it.contentType == 'TEXT' }", hasSize(2));
    }

    @Test
    void twoWhoAskEachOtherAtTheSameTimeBecomeFriendsWithOneRoom() throws SQLException {
        for (int round = 0; round < 5; round++) {
            TestUser ada = TestUsers.register();
            TestUser bob = TestUsers.register();

            List<Integer> statuses = Together.call(
                    8, i -> (i % 2 == 0 ? TestRooms.befriend(ada, bob) : TestRooms.befriend(bob, ada)).statusCode());

            assertThat(statuses).containsOnly(200);
            ada.call().get("/api/friend").then().body("items[0].state", equalTo("accepted"));
            bob.call().get("/api/friend").then().body("items[0].state", equalTo("accepted"));
            assertThat(roomsOf(ada)).isEqualTo(1);
        }
    }

    @Test
    void manyPeopleAskOneAtTheSameTime() {
        TestUser ada = TestUsers.register();
        List<TestUser> others =
                IntStream.range(0, 8).mapToObj(i -> TestUsers.register()).toList();

        List<Integer> statuses = Together.call(
                others.size(), i -> TestRooms.befriend(others.get(i), ada).statusCode());

        assertThat(statuses).containsOnly(200);
        ada.call().get("/api/friend?state=pending").then().body("items", hasSize(others.size()));
    }

    @Test
    void manyRequestsAreAcceptedAtTheSameTime() throws SQLException {
        TestUser ada = TestUsers.register();
        List<TestUser> others =
                IntStream.range(0, 8).mapToObj(i -> TestUsers.register()).toList();
        others.forEach(other -> TestRooms.befriend(other, ada));

        List<Integer> statuses = Together.call(
                others.size(), i -> TestRooms.befriend(ada, others.get(i)).statusCode());

        assertThat(statuses).containsOnly(200);
        assertThat(roomsOf(ada)).isEqualTo(others.size());
    }

    private static void say(TestUser user, RoomId room, int status, String code) {
        user.call()
                .body(Map.of("roomId", room.toString(), "text", "hello"))
                .post("/api/room/message")
                .then()
                .statusCode(status)
                .body("code", equalTo(code));
    }

    private int roomsOf(TestUser user) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count =
                        connection.prepareStatement("SELECT COUNT(*) FROM room_members WHERE user_id = ?")) {
            count.setLong(1, user.id().value());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void disable(TestUser user) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE users SET disabled_at = NOW(3) WHERE id = ?")) {
            update.setLong(1, user.id().value());
            update.executeUpdate();
        }
    }
}
