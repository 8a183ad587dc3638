package chat.parley.message;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import chat.parley.testing.Sql;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestSocket;
import chat.parley.testing.Together;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was said can be said better, by whom who said it, and the room's admins can see what it was. */
@QuarkusTest
class EditIT {
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
    void authorsEditTheirOwnAndNobodyElseDoes() {
        long seq = talk.say(talk.author, "teh text");
        long rev = talk.lastRev();
        talk.edit(talk.author, seq, "the text")
                .then()
                .statusCode(200)
                .body("text", equalTo("the text"))
                .body("editedAt", notNullValue())
                .body("seq", equalTo((int) seq))
                .body("rev", equalTo((int) rev + 1));
        talk.edit(talk.member, seq, "x").then().statusCode(403).body("code", equalTo("message.edit_forbidden"));
        talk.edit(talk.admin, seq, "x").then().statusCode(403).body("code", equalTo("message.edit_forbidden"));
        talk.edit(talk.creator, seq, "x").then().statusCode(403).body("code", equalTo("message.edit_forbidden"));
        talk.edit(talk.stranger, seq, "x").then().statusCode(404).body("code", equalTo("room.not_found"));
        given().contentType(ContentType.JSON)
                .body(Map.of("roomId", talk.id(), "seq", seq, "text", "x"))
                .patch("/api/room/message")
                .then()
                .statusCode(401);
        assertThat(talk.lastRev()).isEqualTo(rev + 1);
    }

    @Test
    void whoLeftTheRoomEditsNothingInItAnyMore() {
        long seq = talk.say(talk.author, "mine");
        talk.edit(talk.author, seq, "still mine").then().statusCode(200);
        talk.author
                .call()
                .body(Map.of("id", talk.id()))
                .post("/api/leaveRoom")
                .then()
                .statusCode(204);
        talk.edit(talk.author, seq, "x").then().statusCode(404).body("code", equalTo("room.not_found"));
        talk.versions(talk.author, seq).then().statusCode(404);
    }

    @Test
    void whatItSaidBeforeIsForItsAuthorAndTheAdmins() {
        long seq = talk.say(talk.author, "one");
        talk.edit(talk.author, seq, "two").then().statusCode(200);
        talk.edit(talk.author, seq, "three").then().statusCode(200);
        for (var allowed : List.of(talk.author, talk.admin, talk.creator)) {
            talk.versions(allowed, seq)
                    .then()
                    .statusCode(200)
                    .body("versions.text", contains("two", "one"))
                    .body("versions.writtenAt", hasSize(2))
                    .body("versions.replacedAt", hasSize(2));
        }
        talk.versions(talk.member, seq).then().statusCode(403).body("code", equalTo("message.versions_forbidden"));
        talk.versions(talk.stranger, seq).then().statusCode(404).body("code", equalTo("room.not_found"));
    }

    @Test
    void theSameTextOnceMoreChangesNothing() {
        long seq = talk.say(talk.author, "as it is");
        long rev = talk.lastRev();
        talk.edit(talk.author, seq, "as it is").then().statusCode(200).body("editedAt", nullValue());
        assertThat(talk.lastRev()).isEqualTo(rev);
        talk.versions(talk.author, seq).then().body("versions", hasSize(0));
    }

    @Test
    void whatCannotBeAMessageCannotBecomeOne() {
        long seq = talk.say(talk.author, "fine");
        talk.edit(talk.author, seq, " \n").then().statusCode(422).body("code", equalTo("message.empty"));
        talk.edit(talk.author, seq, "x".repeat(8_001)).then().statusCode(413).body("code", equalTo("message.too_long"));
        talk.edit(talk.author, 10_000, "x").then().statusCode(404).body("code", equalTo("message.not_found"));
        // the room's own first notice
        talk.edit(talk.creator, 1, "x").then().statusCode(409).body("code", equalTo("message.not_editable"));
        talk.recall(talk.author, seq).then().statusCode(200);
        talk.edit(talk.author, seq, "back").then().statusCode(409).body("code", equalTo("message.recalled"));
    }

    @Test
    void nothingIsEditedWhereNobodyCanWrite() {
        var direct = TestRooms.direct(talk.author, talk.member).toString();
        Map<String, Object> message = Map.of("roomId", direct, "text", "hello");
        long seq = talk.author
                .call()
                .body(message)
                .post("/api/room/message")
                .jsonPath()
                .getLong("seq");
        Map<String, Object> edit = Map.of("roomId", direct, "seq", seq, "text", "hallo");
        talk.author.call().body(edit).patch("/api/room/message").then().statusCode(200);
        talk.author
                .call()
                .delete("/api/friend?userId=" + talk.member.id())
                .then()
                .statusCode(204);
        talk.author
                .call()
                .body(Map.of("roomId", direct, "seq", seq, "text", "x"))
                .patch("/api/room/message")
                .then()
                .statusCode(403)
                .body("code", equalTo("room.read_only"));
    }

    @Test
    void editsAreBounded() {
        long seq = talk.say(talk.author, "again");
        for (int i = 0; i < 99; i++) {
            sql.update(
                    "INSERT INTO message_versions (room_id, seq, rev, text_message, written_at, replaced_at)"
                            + " VALUES (?, ?, ?, 'old', NOW(3), NOW(3))",
                    talk.room.value(),
                    seq,
                    -i - 1);
        }
        talk.edit(talk.author, seq, "the last time").then().statusCode(200);
        talk.edit(talk.author, seq, "once too often")
                .then()
                .statusCode(409)
                .body("code", equalTo("message.too_many_edits"));
    }

    @Test
    void editsAtOnceAreAllThereInSomeOrder() {
        long seq = talk.say(talk.author, "start");
        long rev = talk.lastRev();
        try (TestSocket watching = TestSocket.open(server, talk.member.accessToken())) {
            List<Response> answers = Together.call(8, i -> talk.edit(talk.author, seq, "edit " + i));
            answers.forEach(answer -> answer.then().statusCode(200));
            assertThat(talk.lastRev()).isEqualTo(rev + 8);
            List<JsonNode> pushes = watching.awaitPushes("room.message", 8);
            assertThat(pushes.stream().map(push -> push.get("rev").asLong()))
                    .containsExactly(rev + 1, rev + 2, rev + 3, rev + 4, rev + 5, rev + 6, rev + 7, rev + 8);
            List<String> texts =
                    new ArrayList<>(talk.versions(talk.author, seq).jsonPath().getList("versions.text", String.class));
            texts.add(pushes.getLast().get("text").asText());
            assertThat(new HashSet<>(texts)).hasSize(9).contains("start");
            assertThat(talk.history(talk.member).jsonPath().getString("messages[-1].text"))
                    .isEqualTo(pushes.getLast().get("text").asText());
        }
    }

    @Test
    void theSocketEditsAsRestDoes() {
        long seq = talk.say(talk.author, "over rest");
        try (TestSocket authors = TestSocket.open(server, talk.author.accessToken());
                TestSocket members = TestSocket.open(server, talk.member.accessToken())) {
            Map<String, Object> edit = Map.of("roomId", talk.id(), "seq", seq, "text", "over the socket");
            JsonNode edited = authors.request("room.editMessage", edit);
            assertThat(edited.get("text").asText()).isEqualTo("over the socket");
            assertThat(edited.has("clientId")).isTrue();
            JsonNode push = members.awaitPushes("room.message", 1).getFirst();
            assertThat(push.get("editedAt")).isEqualTo(edited.get("editedAt"));
            assertThat(push.has("clientId")).isFalse();
            assertThat(members.refusal("room.editMessage", edit)).isEqualTo("message.edit_forbidden");
        }
    }
}
