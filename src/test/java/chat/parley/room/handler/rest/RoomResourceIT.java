package chat.parley.room.handler.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import chat.parley.room.RoomId;
import chat.parley.testing.TestImages;
import chat.parley.testing.TestMedia;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RoomResourceIT {
    @Test
    void aRoomIsMadeBySomebodyWhoIsSignedIn() {
        Map<String, String> body = Map.of("name", "  Compilers  ", "topic", "Parsing");
        TestUser ada = TestUsers.register();

        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/room")
                .then()
                .statusCode(401);
        ada.call()
                .body(body)
                .post("/api/room")
                .then()
                .statusCode(201)
                .body("name", equalTo("Compilers"))
                .body("topic", equalTo("Parsing"))
                .body("channelType", equalTo("PUBLIC"))
                .body("joinPolicy", equalTo("invite"))
                .body("role", equalTo("creator"))
                .body("memberCount", equalTo(1))
                .body("lastSeq", equalTo(1))
                .body("lastRev", equalTo(1))
                .body("unread", equalTo(0))
                .body("readOnly", equalTo(false))
                .body("lastMessage.system.type", equalTo("ROOM_CREATED"))
                .body("createdAt", notNullValue())
                .body("image", nullValue());
    }

    @Test
    void peopleWhoAreNotThereAreNamedByTheirPlace() {
        TestUser ada = TestUsers.register();
        TestUser bob = TestUsers.register();

        ada.call()
                .body(Map.of("name", "x", "memberIds", List.of(bob.id().toString(), "1")))
                .post("/api/room")
                .then()
                .statusCode(422)
                .body("code", equalTo("request.invalid"))
                .body("errors.pointer", contains("/memberIds/1"));
        ada.call()
                .body(Map.of(
                        "name",
                        "x",
                        "memberIds",
                        List.of(bob.id().toString(), ada.id().toString())))
                .post("/api/room")
                .then()
                .statusCode(201)
                .body("memberCount", equalTo(2));
    }

    @Test
    void namesAndTopicsHaveLimits() {
        TestUser ada = TestUsers.register();

        refuse(ada, Map.of("name", "   "), "/name");
        refuse(ada, Map.of("name", "x".repeat(81)), "/name");
        refuse(ada, Map.of("topic", "x"), "/name");
        refuse(ada, Map.of("name", "x", "topic", "x".repeat(251)), "/topic");
        refuse(ada, Map.of("name", "x", "joinPolicy", "closed"), "/joinPolicy");
        ada.call()
                .body(Map.of("name", "x".repeat(80), "topic", "x".repeat(250)))
                .post("/api/room")
                .then()
                .statusCode(201);
    }

    private static void refuse(TestUser user, Map<String, String> body, String pointer) {
        user.call().body(body).post("/api/room").then().statusCode(422).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void aRoomIsSeenByItsMembersAndAnOpenOneByEverybody() {
        TestUser ada = TestUsers.register();
        TestUser stranger = TestUsers.register();
        RoomId closed = TestRooms.closed(ada);
        RoomId open = TestRooms.open(ada);

        see(ada, closed).then().statusCode(200).body("role", equalTo("creator"));
        see(stranger, closed).then().statusCode(404).body("code", equalTo("room.not_found"));
        see(stranger, open)
                .then()
                .statusCode(200)
                .body("role", nullValue())
                .body("lastMessage", nullValue())
                .body("unread", equalTo(0));
        see(ada, new RoomId(5)).then().statusCode(404);
        given().get("/api/room?id=" + open).then().statusCode(401);
        ada.call().get("/api/room?id=abc").then().statusCode(422).body("errors[0].pointer", equalTo("/id"));
    }

    private static Response see(TestUser user, RoomId room) {
        return user.call().get("/api/room?id=" + room);
    }

    @Test
    void adminsChangeARoomAndMembersDoNot() {
        TestUser ada = TestUsers.register();
        TestUser admin = TestUsers.register();
        TestUser member = TestUsers.register();
        TestUser stranger = TestUsers.register();
        RoomId room = TestRooms.closed(ada, admin, member);
        TestRooms.changeRole(ada, room, admin, "admin").then().statusCode(200);
        Map<String, String> change = Map.of("id", room.toString(), "name", "Renamed", "joinPolicy", "open");

        given().contentType(ContentType.JSON)
                .body(change)
                .patch("/api/room")
                .then()
                .statusCode(401);
        stranger.call().body(change).patch("/api/room").then().statusCode(404);
        member.call().body(change).patch("/api/room").then().statusCode(403).body("code", equalTo("room.forbidden"));
        admin.call()
                .body(change)
                .patch("/api/room")
                .then()
                .statusCode(200)
                .body("name", equalTo("Renamed"))
                .body("joinPolicy", equalTo("open"))
                .body("role", equalTo("admin"))
                .body("lastMessage.system.type", equalTo("ROOM_CHANGED"));
        String image =
                TestMedia.uploaded(ada, "room.png", TestImages.png(40, 40)).toString();
        ada.call()
                .body(Map.of("id", room.toString(), "topic", "New", "image", image))
                .patch("/api/room")
                .then()
                .statusCode(200)
                .body("topic", equalTo("New"))
                .body("image", equalTo(image));
        ada.call()
                .body(Map.of("id", room.toString(), "topic", "", "image", ""))
                .patch("/api/room")
                .then()
                .body("topic", nullValue())
                .body("image", nullValue())
                .body("name", equalTo("Renamed"));
        for (Map<String, String> wrong :
                List.of(Map.of("name", " "), Map.of("topic", "x".repeat(251)), Map.of("image", "abc"))) {
            Map<String, String> body = new java.util.HashMap<>(wrong);
            body.put("id", room.toString());
            ada.call().body(body).patch("/api/room").then().statusCode(422);
        }
        stranger.call()
                .body(change)
                .patch("/api/room")
                .then()
                .statusCode(403)
                .body("code", equalTo("room.not_a_member"));
    }

    @Test
    void theCreatorDeletesARoomForEverybody() {
        TestUser ada = TestUsers.register();
        TestUser admin = TestUsers.register();
        TestUser member = TestUsers.register();
        RoomId room = TestRooms.open(ada, admin, member);
        TestRooms.changeRole(ada, room, admin, "admin");
        String invitation = TestRooms.invitation(ada, room, 5);

        given().delete("/api/room?id=" + room).then().statusCode(401);
        member.call().delete("/api/room?id=" + room).then().statusCode(403);
        admin.call().delete("/api/room?id=" + room).then().statusCode(403);
        ada.call().delete("/api/room?id=" + room).then().statusCode(204);

        ada.call().delete("/api/room?id=" + room).then().statusCode(404);
        see(member, room).then().statusCode(404);
        TestRooms.join(member, room).then().statusCode(404);
        TestRooms.join(member, invitation).then().statusCode(404);
        member.call().get("/api/room").then().body("items", hasSize(0));
    }

    @Test
    void myRoomsComeByActivityAndInPages() {
        TestUser ada = TestUsers.register();
        TestUser bob = TestUsers.register();
        RoomId first = TestRooms.closed(ada, bob);
        RoomId second = TestRooms.closed(ada);
        RoomId third = TestRooms.closed(ada);
        bob.call()
                .body(Map.of("roomId", first.toString(), "text", "hello"))
                .post("/api/room/message")
                .then()
                .statusCode(201);

        String next = ada.call()
                .get("/api/room?limit=2")
                .then()
                .body("items.id", contains(first.toString(), third.toString()))
                .body("items[0].unread", equalTo(1))
                .body("items[0].lastMessage.text", equalTo("hello"))
                .extract()
                .path("next");
        ada.call()
                .get("/api/room?limit=2&cursor=" + next)
                .then()
                .body("items.id", contains(second.toString()))
                .body("next", nullValue());
        ada.call()
                .get("/api/room?cursor=nonsense")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/cursor"));
    }

    @Test
    void aDirectRoomShowsTheOtherPersonToEach() {
        TestUser ada = TestUsers.register();
        TestUser bob = TestUsers.register();
        RoomId room = TestRooms.direct(ada, bob);

        see(ada, room)
                .then()
                .body("channelType", equalTo("PRIVATE"))
                .body("name", equalTo(""))
                .body("other.id", equalTo(bob.id().toString()))
                .body("memberCount", equalTo(2));
        bob.call()
                .get("/api/room")
                .then()
                .body("items[0].other.id", equalTo(ada.id().toString()));
        see(TestUsers.register(), room).then().statusCode(404);
        ada.call()
                .body(Map.of("id", room.toString(), "name", "x"))
                .patch("/api/room")
                .then()
                .statusCode(409)
                .body("code", equalTo("room.direct"));
        ada.call().delete("/api/room?id=" + room).then().statusCode(409);
    }

    @Test
    void openRoomsAreDiscoveredByNameAndInPages() {
        TestUser ada = TestUsers.register();
        TestUser bob = TestUsers.register();
        String word = "w" + System.nanoTime();
        RoomId mine = named(bob, word + " 50% off_", "open");
        RoomId theirs = named(ada, "all " + word.toUpperCase(java.util.Locale.ROOT), "open");
        RoomId hidden = named(ada, word, "invite");

        String next = bob.call()
                .get("/api/room?discover=true&limit=1&q=" + word)
                .then()
                .body("items.id", contains(theirs.toString()))
                .body("items[0].role", nullValue())
                .body("items[0].memberCount", equalTo(1))
                .extract()
                .path("next");
        bob.call()
                .get("/api/room?discover=true&limit=1&q=" + word + "&cursor=" + next)
                .then()
                .body("items.id", contains(mine.toString()))
                .body("items[0].role", equalTo("creator"))
                .body("next", nullValue());
        bob.call()
                .queryParam("q", "50% off_")
                .get("/api/room?discover=true")
                .then()
                .body("items.id", hasItem(mine.toString()))
                .body("items.id", not(hasItem(theirs.toString())));
        bob.call()
                .get("/api/room?discover=true&limit=100")
                .then()
                .body("items.id", hasItem(theirs.toString()))
                .body("items.id", not(hasItem(hidden.toString())));
        bob.call().get("/api/room?discover=true&q=" + "x".repeat(101)).then().statusCode(422);
    }

    private static RoomId named(TestUser creator, String name, String joinPolicy) {
        return RoomId.parse(creator.call()
                .body(Map.of("name", name, "joinPolicy", joinPolicy))
                .post("/api/room")
                .path("id"));
    }
}
