package chat.parley.identity.handler.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import chat.parley.identity.service.deletion.DepartureService;
import chat.parley.room.RoomId;
import chat.parley.testing.Sql;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestSocket;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who deletes their account is gone; what they wrote stays, by nobody in particular. */
@QuarkusTest
class DeleteAccountIT {
    @TestHTTPResource
    URI server;

    @Inject
    DepartureService departures;

    @Inject
    Sql sql;

    private TestUser ann;
    private TestUser bob;
    private TestUser eve;

    @BeforeEach
    void register() {
        ann = TestUsers.register();
        bob = TestUsers.register();
        eve = TestUsers.register();
    }

    @Test
    void onlyWhoKnowsThePasswordDeletesTheAccount() {
        given().contentType(ContentType.JSON)
                .body(Map.of("currentPassword", TestUsers.PASSWORD))
                .post("/api/deleteAccount")
                .then()
                .statusCode(401);
        delete(ann, "wrong").then().statusCode(403).body("code", equalTo("identity.current_password_wrong"));
        ann.call().body(Map.of()).post("/api/deleteAccount").then().statusCode(422);
        ann.call().get("/api/userInfo").then().statusCode(200);
        delete(ann, TestUsers.PASSWORD).then().statusCode(204);
        ann.call().get("/api/userInfo").then().statusCode(401);
    }

    @Test
    void nothingPersonalIsLeftAndTheNameIsFree() {
        ann.call()
                .body(Map.of("displayName", "Ann", "bio", "Reads"))
                .post("/api/userInfo")
                .then()
                .statusCode(200);
        try (TestSocket anns = TestSocket.open(server, ann.accessToken())) {
            delete(ann, TestUsers.PASSWORD).then().statusCode(204);
            assertThat(anns.closeCode()).isEqualTo(4403);
        }

        bob.call()
                .get("/api/user?id=" + ann.id())
                .then()
                .statusCode(200)
                .body("deleted", equalTo(true))
                .body("username", not(equalTo(ann.username())))
                .body("displayName", equalTo("Deleted user"))
                .body("bio", nullValue());
        bob.call().get("/api/user?q=" + ann.username()).then().body("items", hasSize(0));
        bob.call()
                .get("/api/user?q=Deleted")
                .then()
                .body("items.id", not(hasItem(ann.id().toString())));
        signIn(ann.username()).then().statusCode(401);
        signIn("~" + ann.id()).then().statusCode(401);
        given().cookie("parley_refresh", ann.refreshToken())
                .post("/api/token")
                .then()
                .statusCode(401);
        assertThat(sql.update(
                        "UPDATE user_sessions SET ip = ip WHERE user_id = ?",
                        ann.id().value()))
                .isZero();
        TestUser newcomer = TestUsers.register(ann.username());
        assertThat(newcomer.id()).isNotEqualTo(ann.id());
    }

    @Test
    void whatTheyWroteStays() {
        RoomId room = TestRooms.closed(bob, ann);
        ann.call()
                .body(Map.of("roomId", room.toString(), "text", "still here"))
                .post("/api/room/message")
                .then()
                .statusCode(201);
        delete(ann, TestUsers.PASSWORD).then().statusCode(204);

        bob.call()
                .get("/api/room/message?roomId=" + room)
                .then()
                .body("messages.text", hasItem("still here"))
                .body("messages[-1].system.type", equalTo("MEMBER_LEFT"));
        bob.call().get("/api/room?id=" + room).then().body("memberCount", equalTo(1));
    }

    @Test
    void theirRoomsGoToTheAdminWhoIsThereForLongest() {
        RoomId room = TestRooms.closed(ann, bob, eve);
        TestRooms.changeRole(ann, room, eve, "admin").then().statusCode(200);
        RoomId withoutAdmins = TestRooms.closed(ann, bob);
        RoomId alone = TestRooms.open(ann);
        RoomId direct = TestRooms.direct(ann, bob);
        String invitation = TestRooms.invitation(ann, withoutAdmins, 5);

        delete(ann, TestUsers.PASSWORD).then().statusCode(204);

        eve.call().get("/api/room?id=" + room).then().body("role", equalTo("creator"));
        bob.call().get("/api/room?id=" + room).then().body("role", equalTo("member"));
        bob.call().get("/api/room?id=" + withoutAdmins).then().body("role", equalTo("creator"));
        bob.call().get("/api/room?id=" + alone).then().statusCode(404);
        bob.call()
                .get("/api/room?id=" + direct)
                .then()
                .body("readOnly", equalTo(true))
                .body("other.deleted", equalTo(true));
        bob.call().get("/api/friend").then().body("items", hasSize(0));
        TestRooms.join(eve, invitation).then().statusCode(404);
    }

    @Test
    void aDeletionThatWasInterruptedGoesOn() {
        RoomId room = TestRooms.closed(ann, bob);
        sql.update(
                "UPDATE users SET deleted_at = created_at, disabled_at = created_at WHERE id = ?",
                ann.id().value());
        assertThat(departures.interrupted()).contains(ann.id());

        departures.depart(ann.id());
        departures.depart(ann.id());

        assertThat(departures.interrupted()).doesNotContain(ann.id());
        bob.call()
                .get("/api/room?id=" + room)
                .then()
                .body("role", equalTo("creator"))
                .body("memberCount", equalTo(1));
    }

    private static Response delete(TestUser user, String password) {
        return user.call().body(Map.of("currentPassword", password)).post("/api/deleteAccount");
    }

    private static Response signIn(String login) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("login", login, "password", TestUsers.PASSWORD))
                .post("/api/login");
    }
}
