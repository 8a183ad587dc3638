package chat.parley.shared.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
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
