package chat.parley.shared.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a request, the answer is a problem document that says so. */
@QuarkusTest
class WrongRequestIT {
    private TestUser user;

    @BeforeEach
    void register() {
        user = TestUsers.register();
    }

    @Test
    void aBodyThatIsNoJsonIsMalformed() {
        user.call().body("{bad").post("/api/room").then().statusCode(400).body("code", equalTo("request.malformed"));
    }

    @Test
    void aValueOfTheWrongTypeIsNamedAndNotGuessedAt() {
        user.call()
                .body(Map.of("name", 7))
                .post("/api/room")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("request.invalid"))
                .body("errors.pointer", contains("/name"));
    }

    @Test
    void aBodyOverTheLimitIsRefusedWithAReason() {
        user.call()
                .body(Map.of("name", "x".repeat(1 << 20)))
                .post("/api/room")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("request.too_large"));
    }

    @Test
    void aBodyThatGrowsOverTheLimitIsCutOffAndIsNoFailureOfTheServer() throws Exception {
        var logged = new CopyOnWriteArrayList<String>();
        Handler log = new ExtHandler() {
            @Override
            protected void doPublish(ExtLogRecord line) {
                if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                    logged.add(line.getFormattedMessage());
                }
            }
        };
        Logger logger = Logger.getLogger("");
        logger.addHandler(log);
        try {
            String body = "{\"name\":\"" + "x".repeat(3 << 19) + "\"}";
            var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/room"))
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("Authorization", "Bearer " + user.accessToken())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofInputStream(
                            () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                    .build();
            try (HttpClient client = HttpClient.newHttpClient()) {
                var answer = client.send(request, BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(413);
                assertThat(answer.body()).contains("request.too_large");
            }
            assertThat(logged).isEmpty();
        } finally {
            logger.removeHandler(log);
        }
    }

    @Test
    void anAddressOfNothingIsNotFound() {
        user.call().get("/api/nothing").then().statusCode(404).body("code", equalTo("request.not_found"));
    }

    @Test
    void withoutATokenNothingIsToldButThatOneIsNeeded() {
        given().contentType(ContentType.JSON)
                .get("/api/room")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("code", equalTo("auth.unauthenticated"));
    }

    @Test
    void pagesOfTheWebClientAreNotCachedAndOtherAddressesAreNotPages() {
        given().accept("text/html").get("/api/nothing").then().statusCode(404);
        given().accept("application/json").get("/rooms/1").then().statusCode(404);
    }
}
