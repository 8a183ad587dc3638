package chat.parley.room.handler.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.room.RoomId;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestSocket;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Between the list of rooms and the first push, nothing may be lost. */
@QuarkusTest
class JoiningWhileOthersTalkIT {
    @TestHTTPResource("/")
    URI server;

    @Test
    void whoJoinsHearsAllThatTheRoomTheyWereGivenDoesNotCover() {
        TestUser ada = TestUsers.register();
        RoomId room = TestRooms.open(ada);
        AtomicBoolean enough = new AtomicBoolean();
        try (TestSocket adas = TestSocket.open(server, ada.accessToken())) {
            CompletableFuture<Void> talk = CompletableFuture.runAsync(() -> talk(adas, room, enough));
            for (int i = 0; i < 5; i++) {
                TestUser guest = TestUsers.register();
                try (TestSocket guests = TestSocket.open(server, guest.accessToken())) {
                    TestRooms.join(guest, room).then().statusCode(200);
                    long known = guests.awaitPushes("room.added", 1)
                            .getFirst()
                            .get("lastRev")
                            .asLong();
                    assertNoGap(guests, known, known + 20);
                }
            }
            enough.set(true);
            talk.join();
        }
    }

    private static void talk(TestSocket socket, RoomId room, AtomicBoolean enough) {
        while (!enough.get()) {
            socket.request(
                    "room.sendMessage",
                    Map.of(
                            "roomId",
                            room.toString(),
                            "clientId",
                            UUID.randomUUID().toString(),
                            "text",
                            "hello"));
        }
    }

    private static void assertNoGap(TestSocket socket, long known, long last) {
        await().atMost(20, TimeUnit.SECONDS)
                .until(() -> revisions(socket).stream().anyMatch(rev -> rev >= last));
        assertThat(revisions(socket))
                .containsAll(LongStream.rangeClosed(known + 1, last).boxed().toList());
    }

    private static Set<Long> revisions(TestSocket socket) {
        return socket.pushes("room.message").stream()
                .map((JsonNode message) -> message.get("rev").asLong())
                .collect(Collectors.toSet());
    }
}
