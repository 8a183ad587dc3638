package chat.parley.message;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import chat.parley.testing.PitayaSocket;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestSocket;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import chat.parley.testing.Together;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Emoji under messages: everybody in the room puts them there, each once, and takes away only their own. */
@QuarkusTest
class ReactionIT {
    @TestHTTPResource
    URI server;

    private Talk talk;

    @BeforeEach
    void gather() {
        talk = new Talk();
    }

    @Test
    void membersReactAndStrangersDoNot() {
        long seq = talk.say(talk.author, "good news");
        talk.react(talk.author, seq, "👍").then().statusCode(200);
        talk.react(talk.member, seq, "👍").then().statusCode(200);
        talk.react(talk.admin, seq, "🎉")
                .then()
                .statusCode(200)
                .body("reactions.emoji", contains("👍", "🎉"))
                .body(
                        "reactions[0].userIds",
                        contains(talk.author.id().toString(), talk.member.id().toString()))
                .body("text", equalTo("good news"))
                .body("editedAt", nullValue());
        talk.react(talk.stranger, seq, "👍").then().statusCode(404).body("code", equalTo("room.not_found"));
        talk.unreact(talk.stranger, seq, "👍").then().statusCode(404).body("code", equalTo("room.not_found"));
        given().contentType(ContentType.JSON)
                .body(Map.of("roomId", talk.id(), "seq", seq, "emoji", "👍"))
                .put("/api/room/reaction")
                .then()
                .statusCode(401);
    }

    @Test
    void reactingTwiceAndTakingAwayWhatIsNotThereTakeNoNumber() {
        long seq = talk.say(talk.author, "once");
        talk.react(talk.member, seq, "❤️").then().statusCode(200);
        long rev = talk.lastRev();
        talk.react(talk.member, seq, "❤️").then().statusCode(200).body("rev", equalTo((int) rev));
        // the same emoji as some keyboards write it
        talk.react(talk.member, seq, "❤").then().statusCode(200).body("rev", equalTo((int) rev));
        talk.unreact(talk.author, seq, "❤️").then().statusCode(200).body("rev", equalTo((int) rev));
        assertThat(talk.lastRev()).isEqualTo(rev);
        talk.unreact(talk.member, seq, "❤️")
                .then()
                .statusCode(200)
                .body("rev", equalTo((int) rev + 1))
                .body("reactions", nullValue());
        assertThat(talk.history(talk.member).jsonPath().getString("messages[-1].reactions"))
                .isNull();
    }

    @Test
    void onlyOneEmojiIsAReaction() {
        long seq = talk.say(talk.author, "text");
        talk.react(talk.member, seq, "👍").then().statusCode(200);
        for (String text : List.of("", "x", "👍👍", "<img>", "1")) {
            talk.react(talk.member, seq, text)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("request.invalid"))
                    .body("errors[0].pointer", equalTo("/emoji"));
        }
        talk.react(talk.member, 10_000, "👍").then().statusCode(404).body("code", equalTo("message.not_found"));
        talk.recall(talk.author, seq).then().statusCode(200).body("reactions", nullValue());
        talk.react(talk.member, seq, "👍").then().statusCode(409).body("code", equalTo("message.recalled"));
        talk.unreact(talk.member, seq, "👍").then().statusCode(200);
    }

    @Test
    void soManyEmojiAndNoMore() {
        long seq = talk.say(talk.author, "text");
        IntStream.range(0, 20)
                .forEach(i -> talk.react(talk.member, seq, Character.toString(0x1F600 + i))
                        .then()
                        .statusCode(200));
        talk.react(talk.member, seq, "🎉").then().statusCode(409).body("code", equalTo("message.too_many_reactions"));
        talk.react(talk.admin, seq, "😀").then().statusCode(200);
    }

    @Test
    void manyAtOnceAreAllCountedAndNumberedWithoutGaps() {
        List<TestUser> crowd =
                IntStream.range(0, 12).mapToObj(i -> TestUsers.register()).toList();
        var room = TestRooms.open(talk.creator, crowd.toArray(TestUser[]::new));
        Map<String, Object> message = Map.of("roomId", room.toString(), "text", "vote");
        Response sent = talk.creator.call().body(message).post("/api/room/message");
        long seq = sent.jsonPath().getLong("seq");
        long rev = sent.jsonPath().getLong("rev");
        try (TestSocket watching = TestSocket.open(server, talk.creator.accessToken())) {
            Map<String, Object> body = Map.of("roomId", room.toString(), "seq", seq, "emoji", "👍");
            // each of them twice
            Together.call(24, i -> crowd.get(i % 12).call().body(body).put("/api/room/reaction"))
                    .forEach(answer -> answer.then().statusCode(200));
            List<JsonNode> pushes = watching.awaitPushes("room.message", 12);
            assertThat(pushes.stream().map(push -> push.get("rev").asLong()))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(rev + 1, rev + 12).boxed().toList());
            JsonNode last = pushes.getLast().get("reactions");
            assertThat(last).hasSize(1);
            assertThat(last.get(0).get("userIds"))
                    .extracting(JsonNode::asText)
                    .containsExactlyInAnyOrderElementsOf(
                            crowd.stream().map(user -> user.id().toString()).toList());
        }
    }

    @Test
    void theyComeWithEveryWayToReadTheRoom() {
        long seq = talk.say(talk.author, "popular");
        long rev = talk.lastRev();
        talk.react(talk.member, seq, "👍").then().statusCode(200);
        try (TestSocket socket = TestSocket.connect(server)) {
            JsonNode opened = socket.request(
                    "session.open",
                    Map.of("token", talk.member.accessToken(), "rooms", Map.of(talk.id(), Map.of("rev", rev))));
            JsonNode synced = opened.get("sync").get(talk.id()).get("messages").get(0);
            JsonNode shown = socket.request("room.open", Map.of("roomId", talk.id()))
                    .get("messages")
                    .get((int) seq - 1);
            JsonNode read = socket.request("room.history", Map.of("roomId", talk.id(), "after", seq - 1))
                    .get("messages")
                    .get(0);
            JsonNode alone = socket.request("room.history", Map.of("roomId", talk.id(), "seqs", List.of(seq)))
                    .get("messages")
                    .get(0);
            assertThat(synced.get("reactions").get(0).get("emoji").asText()).isEqualTo("👍");
            assertThat(List.of(shown, read, alone))
                    .allSatisfy(message -> assertThat(message).isEqualTo(synced));
            assertThat(opened.get("rooms").get(0).get("lastMessage").get("reactions"))
                    .isEqualTo(synced.get("reactions"));
        }
    }

    @Test
    void clientsOfPitayaReactToo() {
        long seq = talk.say(talk.author, "hello");
        try (PitayaSocket pitaya = PitayaSocket.open(server, talk.member.accessToken())) {
            var answer = pitaya.request(
                    "chat.room.react", Map.of("roomId", talk.id(), "seq", seq, "emoji", "👍", "on", true));
            assertThat(answer.failed()).isFalse();
            assertThat(answer.body().get("reactions").get(0).get("emoji").asText())
                    .isEqualTo("👍");
        }
    }
}
