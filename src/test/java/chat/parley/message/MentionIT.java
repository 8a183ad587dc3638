package chat.parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import chat.parley.testing.Sql;
import chat.parley.testing.TestSocket;
import chat.parley.testing.TestUsers.TestUser;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is called by name is told so, and can count what they have not read of it. */
@QuarkusTest
class MentionIT {
    @TestHTTPResource
    URI server;

    @Inject
    Sql sql;

    private Talk talk;

    @BeforeEach
    void gather() {
        talk = new Talk();
    }

    @Test
    void membersAreCalledByNameAndOthersAreNot() {
        String text = "@" + talk.member.username() + " and @" + talk.stranger.username() + ": look";
        talk.send(talk.author, text)
                .then()
                .statusCode(201)
                .body("mentions.userIds", contains(talk.member.id().toString()))
                .body("mentions.all", nullValue());
        assertThat(mentions(talk.member)).isEqualTo(1);
        assertThat(mentions(talk.admin)).isZero();
        talk.send(talk.author, "write to x@" + talk.member.username() + " please")
                .then()
                .statusCode(201)
                .body("mentions", nullValue());
    }

    @Test
    void adminsCallEverybodyAndMembersDoNot() {
        talk.send(talk.member, "hey @all").then().statusCode(201).body("mentions", nullValue());
        assertThat(mentions(talk.author)).isZero();
        talk.send(talk.admin, "hey @all").then().statusCode(201).body("mentions.all", equalTo(true));
        assertThat(mentions(talk.author)).isEqualTo(1);
        assertThat(mentions(talk.creator)).isEqualTo(1);
        assertThat(mentions(talk.admin)).as("one's own").isZero();
    }

    @Test
    void aCallToEverybodyCallsNobodyWhomABlockKeepsApart() {
        block(talk.author, talk.admin);
        block(talk.admin, talk.member);
        talk.send(talk.admin, "hey @all").then().statusCode(201).body("mentions.all", equalTo(true));
        assertThat(mentions(talk.author)).as("blocked the admin").isZero();
        assertThat(mentions(talk.member)).as("blocked by the admin").isZero();
        assertThat(mentions(talk.creator)).isEqualTo(1);
        talk.send(talk.creator, "@all again").then().statusCode(201);
        assertThat(mentions(talk.author)).as("by somebody else").isEqualTo(1);
        assertThat(roomsOf(talk.author).get(0).get("mentions").asInt()).isEqualTo(1);
    }

    private static void block(TestUser user, TestUser other) {
        user.call()
                .body(Map.of("userId", other.id().toString()))
                .post("/api/block")
                .then()
                .statusCode(200);
    }

    @Test
    void readingEndsThemAndARecallTakesThemAway() {
        long first = talk.say(talk.author, "@" + talk.member.username() + " one");
        long second = talk.say(talk.author, "@" + talk.member.username() + " two");
        talk.say(talk.author, "three");
        assertThat(mentions(talk.member)).isEqualTo(2);
        talk.member
                .call()
                .body(Map.of("roomId", talk.id(), "seq", first))
                .post("/api/room/read")
                .then()
                .statusCode(200);
        assertThat(mentions(talk.member)).isEqualTo(1);
        talk.recall(talk.author, second).then().statusCode(200).body("mentions", nullValue());
        assertThat(mentions(talk.member)).isZero();
        assertThat(sql.update("DELETE FROM message_mentions WHERE room_id = ? AND seq = ?", talk.room.value(), second))
                .isZero();
    }

    @Test
    void anEditCallsOthers() {
        long seq = talk.say(talk.author, "@" + talk.member.username() + ": look");
        talk.edit(talk.author, seq, "@" + talk.admin.username() + ": look")
                .then()
                .body("mentions.userIds", contains(talk.admin.id().toString()));
        assertThat(mentions(talk.member)).isZero();
        assertThat(mentions(talk.admin)).isEqualTo(1);
        talk.edit(talk.author, seq, "look").then().body("mentions", nullValue());
        assertThat(mentions(talk.admin)).isZero();
    }

    @Test
    void theCountIsBoundedAndTheSameFromTheDatabaseAsFromMemory() {
        try (TestSocket socket = TestSocket.open(server, talk.admin.accessToken());
                TestSocket other = TestSocket.open(server, talk.creator.accessToken())) {
            sayAll(socket, 110, "@all @" + talk.member.username());
            assertThat(mentions(talk.member)).isEqualTo(100);
            // more than the memory keeps of a room
            sayAll(socket, 250, "nobody");
            sayAll(other, 270, "nobody");
            assertThat(mentions(talk.member)).isEqualTo(100);
            JsonNode rooms = roomsOf(talk.member);
            assertThat(rooms.get(0).get("mentions").asInt()).isEqualTo(100);
            assertThat(rooms.get(0).get("unread").asInt()).isEqualTo(100);
        }
    }

    private void sayAll(TestSocket socket, int times, String text) {
        IntStream.range(0, times)
                .mapToObj(i -> socket.send(
                        "room.sendMessage",
                        Map.of(
                                "roomId",
                                talk.id(),
                                "clientId",
                                UUID.randomUUID().toString(),
                                "text",
                                text + " " + i)))
                .toList()
                .forEach(answer -> assertThat(answer.join().has("error")).isFalse());
    }

    private JsonNode roomsOf(TestUser user) {
        try (TestSocket socket = TestSocket.connect(server)) {
            return socket.request("session.open", Map.of("token", user.accessToken()))
                    .get("rooms");
        }
    }

    private int mentions(TestUser user) {
        return talk.room(user).jsonPath().getInt("mentions");
    }
}
