package chat.parley.identity.handler.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The limit per account as it is shipped: ten attempts in five minutes. */
@QuarkusTest
class ThrottleIT {
    @Test
    void guessingIsRefusedAfterTenAttemptsForThatAccountOnly() {
        String name = "guessed" + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < 10; i++) {
            assertThat(guess(name).statusCode()).isEqualTo(401);
        }
        Response throttled = guess(name);
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.<String>path("code")).isEqualTo("identity.throttled");
        assertThat(throttled.<Boolean>path("retryable")).isTrue();
        assertThat(Integer.parseInt(throttled.header("Retry-After"))).isBetween(1, 30);
        assertThat(guess("other" + name).statusCode()).isEqualTo(401);
    }

    private static Response guess(String name) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("login", name, "password", "a wild guess"))
                .post("/api/login");
    }
}
