package chat.parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import chat.parley.message.service.retention.RetentionService;
import chat.parley.room.RoomId;
import chat.parley.testing.Sql;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestSocket;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import chat.parley.testing.Together;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A log may lose its start; nobody is ever told a part of what changed. */
@QuarkusTest
class RetentionIT {
    private static final int SAID = 10;

    @TestHTTPResource
    URI server;

    @Inject
    RetentionService retention;

    @Inject
    Sql sql;

    private TestUser ann;
    private TestUser bob;
    private RoomId room;

    @BeforeEach
    void talk() {
        ann = TestUsers.register();
        bob = TestUsers.register();
        room = TestRooms.closed(ann, bob);
        for (int i = 0; i < SAID; i++) {
            say(ann);
        }
    }

    @Test
    void nothingIsRemovedBeforeItsTimeNorWithoutASetting() {
        age(5);
        sweep();
        assertThat(seqs("")).hasSize(SAID + 2);
        keepFor(40);
        sweep();
        assertThat(seqs("")).hasSize(SAID + 3);
    }

    @Test
    void whatIsOldEnoughIsGoneForEverybodyAndTheNumbersGoOn() {
        age(7);
        keepFor(30);
        try (TestSocket bobs = TestSocket.open(server, bob.accessToken())) {
            sweep();

            JsonNode told = bobs.awaitPushes("room.trimmed", 1).getFirst();
            assertThat(told.get("roomId").asText()).isEqualTo(room.toString());
            assertThat(told.get("firstSeq").asLong()).isEqualTo(8);
        }
        assertThat(seqs("")).containsExactly(8, 9, 10, 11, 12, 13);
        assertThat(seqs("&after=2")).containsExactly(8, 9, 10, 11, 12, 13);
        assertThat(seqs("&before=8")).isEmpty();
        assertThat(seqs("&around=3")).containsExactly(8, 9, 10, 11, 12, 13);
        bob.call().get("/api/room/message?limit=3&roomId=" + room).then().body("hasMore", equalTo(true));
        bob.call().get("/api/room/message?limit=6&roomId=" + room).then().body("hasMore", equalTo(false));
        bob.call()
                .get("/api/room?id=" + room)
                .then()
                .body("firstSeq", equalTo(8))
                .body("lastSeq", equalTo(13))
                .body("unread", equalTo(5));
        ann.call().delete("/api/room/message?roomId=" + room + "&seq=3").then().statusCode(404);
        assertThat(say(ann)).isEqualTo(14);
    }

    @Test
    void whoDidNotComeAsFarAsWhatWasRemovedStartsOver() {
        age(7);
        keepFor(30);
        sweep();
        try (TestSocket bobs = TestSocket.open(server, bob.accessToken())) {
            assertThat(sync(bobs, 6).path("reset").asBoolean()).isTrue();
            JsonNode complete = sync(bobs, 7);
            assertThat(complete.has("reset")).isFalse();
            assertThat(complete.get("messages").findValuesAsText("seq"))
                    .containsExactly("8", "9", "10", "11", "12", "13");
        }
    }

    @Test
    void aLateChangeOfAnOldMessageCounts() {
        ann.call().delete("/api/room/message?roomId=" + room + "&seq=3").then().statusCode(200);
        int recalledAt = ann.call().get("/api/room?id=" + room).path("lastRev");
        age(7);
        keepFor(30);
        sweep();
        try (TestSocket bobs = TestSocket.open(server, bob.accessToken())) {
            assertThat(sync(bobs, recalledAt - 1).path("reset").asBoolean()).isTrue();
            assertThat(sync(bobs, recalledAt).path("messages")).hasSize(1);
        }
    }

    @Test
    void aRoomInWhichNothingIsLeftIsEmptyAndGoesOn() {
        keepFor(30);
        age(100);
        sweep();

        assertThat(seqs("")).isEmpty();
        bob.call()
                .get("/api/room?id=" + room)
                .then()
                .body("lastMessage", nullValue())
                .body("unread", equalTo(0))
                .body("firstSeq", equalTo(SAID + 4));
        bob.call().get("/api/room").then().body("items", hasSize(1));
        try (TestSocket bobs = TestSocket.open(server, bob.accessToken())) {
            assertThat(sync(bobs, 3).path("reset").asBoolean()).isTrue();
            assertThat(bobs.request("room.open", Map.of("roomId", room.toString()))
                            .get("messages"))
                    .isEmpty();
            assertThat(say(ann)).isEqualTo(SAID + 4);
            assertThat(bobs.awaitPushes("room.message", 1)).hasSize(1);
        }
        bob.call().get("/api/room?id=" + room).then().body("unread", equalTo(1));
    }

    @Test
    void whoReadsWhileMessagesAreRemovedGetsAllThatIsLeftOrStartsOver() {
        keepFor(30);
        age(7);

        List<JsonNode> answers = Together.call(6, i -> {
            if (i == 0) {
                sweep();
                return null;
            }
            try (TestSocket bobs = TestSocket.open(server, bob.accessToken())) {
                return sync(bobs, 2);
            }
        });

        assertThat(answers.subList(1, 6)).allSatisfy(answer -> {
            // Everything as it stood before, or the word to start over: nothing in between.
            if (!answer.path("reset").asBoolean()) {
                assertThat(answer.get("messages").findValuesAsText("seq")).hasSize(SAID + 1);
            }
        });
        assertThat(seqs("")).containsExactly(8, 9, 10, 11, 12, 13);
    }

    @Test
    void aLongPastIsRemovedInManySteps() {
        keepFor(30);
        sql.update(
                "INSERT INTO messages (room_id, seq, rev, user_id, content_type, text_message, created_at)"
                        + " SELECT ?, 20 + n, 20 + n, ?, 'TEXT', 'x', NOW() FROM (SELECT a.i * 40 + b.i AS n FROM ("
                        + numbers() + ") a, (" + numbers() + ") b) all_numbers",
                room.value(),
                ann.id().value());
        sql.update("UPDATE rooms SET last_seq = 2000, last_rev = 2000 WHERE id = ?", room.value());
        age(2000);

        assertThat(retention.trimSome(room)).isTrue();
        assertThat(firstSeq()).isLessThan(1000);
        sweep();
        assertThat(seqs("")).isEmpty();
    }

    private static String numbers() {
        StringBuilder numbers = new StringBuilder("SELECT 0 AS i");
        for (int i = 1; i < 40; i++) {
            numbers.append(" UNION ALL SELECT ").append(i);
        }
        return numbers.toString();
    }

    private int firstSeq() {
        return ann.call().get("/api/room?id=" + room).path("firstSeq");
    }

    private int say(TestUser user) {
        return user.call()
                .body(Map.of(
                        "roomId", room.toString(), "clientId", UUID.randomUUID().toString(), "text", "hello"))
                .post("/api/room/message")
                .path("seq");
    }

    private JsonNode sync(TestSocket socket, long rev) {
        return socket.request("room.sync", Map.of("roomId", room.toString(), "rev", rev));
    }

    private List<Integer> seqs(String range) {
        return bob.call()
                .get("/api/room/message?limit=100&roomId=" + room + range)
                .jsonPath()
                .getList("messages.seq");
    }

    private void keepFor(int days) {
        ann.call()
                .body(Map.of("id", room.toString(), "retentionDays", days))
                .patch("/api/room")
                .then()
                .statusCode(200);
    }

    /** Everything up to this number was said 31 days ago. */
    private void age(long upToSeq) {
        sql.update(
                "UPDATE messages SET created_at = created_at - INTERVAL 31 DAY WHERE room_id = ? AND seq <= ?",
                room.value(),
                upToSeq);
    }

    private void sweep() {
        boolean more = true;
        while (more) {
            more = retention.trimSome(room);
        }
    }
}
