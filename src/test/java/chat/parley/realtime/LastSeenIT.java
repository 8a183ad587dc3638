package chat.parley.realtime;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import chat.parley.realtime.service.presence.LastSeenService;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestSocket;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When somebody was here last is told to those who would see whether they are here, unless they hide it. */
@QuarkusTest
class LastSeenIT {
    @TestHTTPResource
    URI server;

    @Inject
    LastSeenService lastSeen;

    private TestUser ann;
    private TestUser bob;

    @BeforeEach
    void annWasHere() {
        ann = TestUsers.register();
        bob = TestUsers.register();
        TestRooms.closed(ann, bob);
        visit(ann);
    }

    @Test
    void thoseWhoShareARoomAreToldToTheMinuteAndOthersAreNot() {
        given().get("/api/lastSeen?userId=" + ann.id()).then().statusCode(401);
        bob.call().get("/api/lastSeen").then().statusCode(422);
        ask(TestUsers.register()).then().statusCode(200).body("items", hasSize(0));
        String at = ask(bob).then()
                .statusCode(200)
                .body("items.userId", contains(ann.id().toString()))
                .extract()
                .path("items[0].lastSeenAt");

        Instant seen = Instant.parse(at);
        assertThat(seen.getEpochSecond() % 60).isZero();
        assertThat(Duration.between(seen, Instant.now())).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void whoHidesItIsForgottenAndNotNotedDownAnyMore() {
        ann.call()
                .body(Map.of("hideLastSeen", true))
                .post("/api/userInfo")
                .then()
                .statusCode(200)
                .body("hideLastSeen", equalTo(true));
        ask(bob).then().body("items", hasSize(0));
        visit(ann);
        ask(bob).then().body("items", hasSize(0));
        ann.call().body(Map.of("hideLastSeen", false)).post("/api/userInfo");
        ask(bob).then().body("items", hasSize(0));
        visit(ann);
        ask(bob).then().body("items", hasSize(1));
    }

    @Test
    void aBlockHidesItFromBoth() {
        visit(bob);
        bob.call()
                .body(Map.of("userId", ann.id().toString()))
                .post("/api/block")
                .then()
                .statusCode(200);

        ask(bob).then().body("items", hasSize(0));
        ann.call().get("/api/lastSeen?userId=" + bob.id()).then().body("items", hasSize(0));
    }

    private void visit(TestUser user) {
        TestSocket.open(server, user.accessToken()).close();
        lastSeen.tick();
    }

    private Response ask(TestUser reader) {
        return reader.call().get("/api/lastSeen?userId=" + ann.id());
    }
}
