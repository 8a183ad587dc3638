package chat.parley.message;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import chat.parley.testing.TestRooms;
import chat.parley.testing.TestSocket;
import chat.parley.testing.TestUsers.TestUser;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a message answers can be fetched by its number, by those who may read it. */
@QuarkusTest
class QuoteIT {
    @TestHTTPResource
    URI server;

    private Talk talk;

    @BeforeEach
    void gather() {
        talk = new Talk();
    }

    @Test
    void membersFetchMessagesByNumberAndStrangersDoNot() {
        long first = talk.say(talk.author, "first");
        long second = talk.say(talk.author, "second");
        at(talk.member, second, first, 10_000)
                .then()
                .statusCode(200)
                .body("messages.text", contains("first", "second"))
                .body("hasMore", equalTo(false));
        at(talk.stranger, first).then().statusCode(404).body("code", equalTo("room.not_found"));
        given().get("/api/room/message?roomId=" + talk.id() + "&seq=1").then().statusCode(401);
        String open = TestRooms.open(talk.creator).toString();
        talk.stranger
                .call()
                .get("/api/room/message?seq=1&roomId=" + open)
                .then()
                .statusCode(403)
                .body("code", equalTo("room.not_a_member"));
    }

    @Test
    void theyComeAloneAndNotTooMany() {
        talk.member
                .call()
                .get("/api/room/message?seq=1&before=5&roomId=" + talk.id())
                .then()
                .statusCode(422)
                .body("code", equalTo("request.invalid"));
        at(talk.member, LongStream.rangeClosed(1, 101).toArray()).then().statusCode(422);
        at(talk.member, 0).then().statusCode(422);
        try (TestSocket socket = TestSocket.open(server, talk.member.accessToken())) {
            assertThat(socket.refusal("room.history", Map.of("roomId", talk.id(), "seqs", List.of())))
                    .isEqualTo("request.invalid");
            assertThat(socket.refusal("room.history", Map.of("roomId", talk.id(), "seqs", List.of(1), "after", 1)))
                    .isEqualTo("request.invalid");
        }
    }

    @Test
    void whatIsAnsweredIsSomethingThatWasSaid() {
        long seq = talk.say(talk.author, "question");
        Map<String, Object> answer = Map.of("roomId", talk.id(), "text", "answer", "replySeq", seq);
        talk.member
                .call()
                .body(answer)
                .post("/api/room/message")
                .then()
                .statusCode(201)
                .body("replySeq", equalTo((int) seq));
        talk.member
                .call()
                .body(Map.of("roomId", talk.id(), "text", "answer", "replySeq", 10_000))
                .post("/api/room/message")
                .then()
                .statusCode(404)
                .body("code", equalTo("message.not_found"));
    }

    private Response at(TestUser user, long... seqs) {
        var call = user.call();
        for (long seq : seqs) {
            call.queryParam("seq", seq);
        }
        return call.get("/api/room/message?roomId=" + talk.id());
    }
}
