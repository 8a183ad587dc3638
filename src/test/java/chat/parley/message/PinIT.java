package chat.parley.message;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import chat.parley.testing.Sql;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestSocket;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a room keeps at hand is chosen by its admins, and in a direct room by both. */
@QuarkusTest
class PinIT {
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
    void adminsPinAndMembersDoNot() {
        long seq = talk.say(talk.author, "the rules");
        talk.pin(talk.author, seq).then().statusCode(403).body("code", equalTo("room.forbidden"));
        talk.pin(talk.member, seq).then().statusCode(403).body("code", equalTo("room.forbidden"));
        talk.pin(talk.stranger, seq).then().statusCode(404).body("code", equalTo("room.not_found"));
        given().contentType(ContentType.JSON)
                .body(Map.of("roomId", talk.id(), "seq", seq))
                .put("/api/room/pin")
                .then()
                .statusCode(401);
        talk.pin(talk.admin, seq)
                .then()
                .statusCode(200)
                .body("pin.by", equalTo(talk.admin.id().toString()));
        talk.unpin(talk.member, seq).then().statusCode(403).body("code", equalTo("room.forbidden"));
        talk.unpin(talk.creator, seq).then().statusCode(200).body("pin", nullValue());
        talk.pins(talk.stranger).then().statusCode(404);
        talk.pins(talk.member).then().statusCode(200).body("messages", hasSize(0));
    }

    @Test
    void bothPeopleOfADirectRoomPin() {
        String direct = TestRooms.direct(talk.author, talk.member).toString();
        Map<String, Object> message = Map.of("roomId", direct, "text", "hello");
        long seq = talk.author
                .call()
                .body(message)
                .post("/api/room/message")
                .jsonPath()
                .getLong("seq");
        Map<String, Object> place = Map.of("roomId", direct, "seq", seq);
        talk.member.call().body(place).put("/api/room/pin").then().statusCode(200);
        talk.author
                .call()
                .delete("/api/room/pin?roomId=" + direct + "&seq=" + seq)
                .then()
                .statusCode(200)
                .body("pin", nullValue());
        talk.creator.call().body(place).put("/api/room/pin").then().statusCode(404);
    }

    @Test
    void theRoomIsToldOfItOnce() {
        long seq = talk.say(talk.author, "look here");
        long rev = talk.lastRev();
        try (TestSocket members = TestSocket.open(server, talk.member.accessToken());
                TestSocket admins = TestSocket.open(server, talk.admin.accessToken())) {
            Map<String, Object> pin = Map.of("roomId", talk.id(), "seq", seq, "on", true);
            admins.request("room.pin", pin);
            admins.request("room.pin", pin);
            List<JsonNode> pushes = members.awaitPushes("room.message", 2);
            assertThat(pushes.get(0).get("rev").asLong()).isEqualTo(rev + 1);
            assertThat(pushes.get(0).get("pin").get("by").asText())
                    .isEqualTo(talk.admin.id().toString());
            assertThat(pushes.get(1).get("rev").asLong()).isEqualTo(rev + 2);
            assertThat(pushes.get(1).get("system").get("type").asText()).isEqualTo("MESSAGE_PINNED");
            assertThat(pushes.get(1).get("system").get("seq").asLong()).isEqualTo(seq);
            assertThat(talk.lastRev()).isEqualTo(rev + 2);
            admins.request("room.pin", Map.of("roomId", talk.id(), "seq", seq, "on", false));
            admins.request("room.pin", Map.of("roomId", talk.id(), "seq", seq, "on", false));
            assertThat(talk.lastRev()).isEqualTo(rev + 3);
        }
    }

    @Test
    void theListHasTheLatestFirstAndARecallLeavesIt() {
        long first = talk.say(talk.author, "first");
        long second = talk.say(talk.author, "second");
        talk.pin(talk.admin, second).then().statusCode(200);
        talk.pin(talk.admin, first).then().statusCode(200);
        talk.pins(talk.member).then().body("messages.text", contains("first", "second"));
        talk.recall(talk.author, first).then().statusCode(200).body("pin", nullValue());
        talk.pins(talk.member).then().body("messages.text", contains("second"));
        talk.pin(talk.admin, first).then().statusCode(409).body("code", equalTo("message.recalled"));
        talk.pin(talk.admin, 1).then().statusCode(409).body("code", equalTo("message.not_pinnable"));
        talk.pin(talk.admin, 10_000).then().statusCode(404).body("code", equalTo("message.not_found"));
    }

    @Test
    void pinsAreBounded() {
        long seq = talk.say(talk.author, "one more");
        for (int i = 0; i < 100; i++) {
            sql.update("INSERT INTO message_pins (room_id, seq) VALUES (?, ?)", talk.room.value(), 1_000_000 + i);
        }
        talk.pin(talk.admin, seq).then().statusCode(409).body("code", equalTo("message.too_many_pins"));
        sql.update("DELETE FROM message_pins WHERE room_id = ? AND seq = 1000000", talk.room.value());
        talk.pin(talk.admin, seq).then().statusCode(200);
    }
}
