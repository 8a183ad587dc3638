package chat.parley.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.room.RoomId;
import chat.parley.testing.Sql;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestSocket;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rights that end while somebody is connected end for the next call, and for the next push. */
@QuarkusTest
class MidFlightIT {
    @TestHTTPResource("/")
    URI server;

    private final Sql sql;
    private TestUser ann;
    private TestUser bob;
    private TestUser eve;

    MidFlightIT(Sql sql) {
        this.sql = sql;
    }

    @BeforeEach
    void register() {
        ann = TestUsers.register();
        bob = TestUsers.register();
        eve = TestUsers.register();
    }

    @Test
    void aDemotedAdminIsRefusedFromTheNextCallOn() {
        RoomId room = TestRooms.closed(ann, bob, eve);
        TestRooms.changeRole(ann, room, bob, "admin").then().statusCode(200);
        int seq = say(eve, room, "Hello");
        try (TestSocket socket = TestSocket.open(server, bob.accessToken())) {
            var pin = Map.of("roomId", room.toString(), "seq", seq, "on", true);
            var unpin = Map.of("roomId", room.toString(), "seq", seq, "on", false);
            socket.request("room.pin", pin);
            rename(bob, room).then().statusCode(200);

            TestRooms.changeRole(ann, room, bob, "member").then().statusCode(200);

            assertThat(socket.refusal("room.pin", unpin)).isEqualTo("room.forbidden");
            rename(bob, room).then().statusCode(403);
        }
    }

    @Test
    void whoWasRemovedHearsNothingMore() {
        falls(room -> ann.call()
                .delete("/api/room/member?roomId=" + room + "&userId=" + bob.id())
                .then()
                .statusCode(204));
    }

    @Test
    void whoWasBannedHearsNothingMore() {
        falls(room -> ann.call()
                .body(Map.of("roomId", room.toString(), "userId", bob.id().toString()))
                .post("/api/room/ban")
                .then()
                .statusCode(200));
    }

    @Test
    void whoLeftHearsNothingMore() {
        falls(room -> bob.call()
                .body(Map.of("id", room.toString()))
                .post("/api/leaveRoom")
                .then()
                .statusCode(204));
    }

    /** Eve stays, so what she hears is what Bob would have heard. */
    private void falls(Consumer<RoomId> end) {
        RoomId room = TestRooms.closed(ann, bob, eve);
        try (TestSocket bobs = TestSocket.open(server, bob.accessToken());
                TestSocket eves = TestSocket.open(server, eve.accessToken())) {
            say(ann, room, "before");
            awaitText(bobs, room, "before");
            awaitText(eves, room, "before");

            end.accept(room);

            bobs.awaitPushes("room.removed", 1);
            int heard = all(bobs, room);
            int seq = say(ann, room, "after");
            ann.call()
                    .body(Map.of("roomId", room.toString(), "seq", seq, "emoji", "👍"))
                    .put("/api/room/reaction")
                    .then()
                    .statusCode(200);
            eves.notify("room.typing", Map.of("roomId", room.toString()));
            say(ann, room, "last");
            awaitText(eves, room, "last");
            // The answer to a request comes behind every push that was due before it.
            bobs.refusal("room.history", Map.of("roomId", room.toString()));
            assertThat(all(bobs, room)).isEqualTo(heard);
        }
    }

    @Test
    void whoIsDisabledIsCutOffAndTheOthersAreNot() {
        TestUser admin = TestUsers.register();
        sql.update(
                "UPDATE users SET permission = 'admin' WHERE id = ?", admin.id().value());
        RoomId room = TestRooms.closed(ann, bob, eve);
        try (TestSocket bobs = TestSocket.open(server, bob.accessToken());
                TestSocket second = TestSocket.open(server, bob.accessToken());
                TestSocket eves = TestSocket.open(server, eve.accessToken())) {
            admin.call()
                    .body(Map.of("userId", bob.id().toString()))
                    .post("/api/user/disable")
                    .then()
                    .statusCode(204);
            assertThat(List.of(bobs.closeCode(), second.closeCode())).containsOnly(4403);
            say(ann, room, "after");
            awaitText(eves, room, "after");
            try (TestSocket again = TestSocket.connect(server)) {
                assertThat(again.refusal("session.open", Map.of("token", bob.accessToken())))
                        .isEqualTo("identity.session_revoked");
            }
        }
    }

    private static int all(TestSocket socket, RoomId room) {
        return List.of("room.message", "room.read", "room.typing", "room.members", "room.changed").stream()
                .mapToInt(route -> socket.pushes(route, room.toString()).size())
                .sum();
    }

    private static void awaitText(TestSocket socket, RoomId room, String text) {
        await().untilAsserted(() -> assertThat(socket.pushes("room.message", room.toString()))
                .anyMatch(push -> push.path("text").asText().equals(text)));
    }

    private static int say(TestUser author, RoomId room, String text) {
        return Town.ok(author.call()
                        .body(Map.of(
                                "roomId",
                                room.toString(),
                                "clientId",
                                UUID.randomUUID().toString(),
                                "text",
                                text))
                        .post("/api/room/message"))
                .path("seq");
    }

    private static Response rename(TestUser user, RoomId room) {
        return user.call().body(Map.of("id", room.toString(), "topic", "New")).patch("/api/room");
    }
}
