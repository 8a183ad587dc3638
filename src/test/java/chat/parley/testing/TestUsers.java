package chat.parley.testing;

import static io.restassured.RestAssured.given;

import chat.parley.identity.UserId;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** Registers people over HTTP, as a client would; every one has a name that nobody else has. */
public final class TestUsers {
    public static final String PASSWORD = "correct horse battery";

    private TestUsers() {}

    /** Somebody who just registered, and is signed in. */
    public static TestUser register() {
        return register("user_" + UUID.randomUUID().toString().replace("-", "").substring(0, 20));
    }

    public static TestUser register(String username) {
        Response answer = given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "email", username + "@example.com", "password", PASSWORD))
                .post("/api/register");
        answer.then().statusCode(201);
        return new TestUser(
                UserId.parse(answer.path("user.id")),
                answer.path("user.username"),
                answer.path("accessToken"),
                answer.cookie("parley_refresh"));
    }

    /** A registered person with what they got at that moment. */
    public record TestUser(UserId id, String username, String accessToken, String refreshToken) {
        public String email() {
            return username + "@example.com";
        }

        /** A request that this person makes. */
        public RequestSpecification call() {
            return given().auth().oauth2(accessToken).contentType(ContentType.JSON);
        }
    }
}
