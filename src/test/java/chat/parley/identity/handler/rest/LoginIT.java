package chat.parley.identity.handler.rest;

import static chat.parley.testing.TestUsers.PASSWORD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import chat.parley.testing.Sql;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LoginIT {
    @Inject
    Sql sql;

    @Test
    void theNameAndTheAddressAreGoodInAnyCase() {
        TestUser lin = TestUsers.register();
        for (String login : List.of(
                lin.username(),
                lin.username().toUpperCase(Locale.ROOT),
                lin.email(),
                " " + lin.email().toUpperCase(Locale.ROOT))) {
            login(login, PASSWORD)
                    .then()
                    .statusCode(200)
                    .body("user.id", equalTo(lin.id().toString()))
                    .body("user.email", equalTo(lin.email()))
                    .body("accessToken", notNullValue())
                    .cookie("parley_refresh");
        }
    }

    @Test
    void eachSignInIsASessionOfItsOwn() {
        TestUser lin = TestUsers.register();
        String second = login(lin.username(), PASSWORD).path("accessToken");
        lin.call().post("/api/logout").then().statusCode(204);
        given().auth().oauth2(second).get("/api/userInfo").then().statusCode(200);
    }

    @Test
    void anUnknownNameAndAWrongPasswordLookAlike() {
        TestUser lin = TestUsers.register();
        Map<String, Object> wrong = refusal(login(lin.username(), "wrong horse battery"));
        Map<String, Object> unknown = refusal(login("nobody" + lin.username(), PASSWORD));
        Map<String, Object> address = refusal(login("nobody" + lin.email(), PASSWORD));
        assertThat(wrong).isEqualTo(unknown).isEqualTo(address).containsEntry("code", "identity.bad_credentials");
    }

    @Test
    void aPasswordMatchesInItsExactCaseOnly() {
        TestUser lin = TestUsers.register();
        login(lin.username(), PASSWORD.toUpperCase(Locale.ROOT)).then().statusCode(401);
        login(lin.username(), PASSWORD + " ").then().statusCode(401);
        login(lin.username(), PASSWORD).then().statusCode(200);
    }

    @Test
    void aDisabledAccountStaysOutside() {
        TestUser lin = TestUsers.register();
        login(lin.username(), PASSWORD).then().statusCode(200);
        sql.update(
                "UPDATE users SET disabled_at = NOW(3) WHERE id = ?", lin.id().value());
        login(lin.username(), PASSWORD).then().statusCode(403).body("code", equalTo("identity.account_disabled"));
        login(lin.username(), "guess").then().statusCode(401).body("code", equalTo("identity.bad_credentials"));
    }

    @Test
    void missingAndOverlongFieldsAreNamed() {
        post(Map.of()).then().statusCode(422).body("errors.pointer", equalTo(List.of("/login", "/password")));
        login("x".repeat(1000), PASSWORD).then().statusCode(422).body("errors.pointer", hasItem("/login"));
        login("lin", "x".repeat(1000)).then().statusCode(422).body("errors.pointer", hasItem("/password"));
    }

    @Test
    void whatIsNotJsonIsRefused() {
        given().contentType(ContentType.JSON)
                .body("{")
                .post("/api/login")
                .then()
                .statusCode(400);
        given().contentType(ContentType.TEXT)
                .body("lin")
                .post("/api/login")
                .then()
                .statusCode(400);
        post(Map.of("login", List.of(1), "password", PASSWORD)).then().statusCode(422);
    }

    @Test
    void namesAreNoPatterns() {
        TestUser lin = TestUsers.register();
        login(lin.username().replace('_', '%'), PASSWORD).then().statusCode(401);
        login("' OR 1=1 -- ", PASSWORD).then().statusCode(401);
    }

    private static Map<String, Object> refusal(Response answer) {
        answer.then().statusCode(401).header("WWW-Authenticate", "Bearer");
        Map<String, Object> body = answer.jsonPath().getMap("$");
        body.remove("traceId");
        return body;
    }

    private static Response login(String login, String password) {
        return post(Map.of("login", login, "password", password));
    }

    private static Response post(Map<String, ?> body) {
        return given().contentType(ContentType.JSON).body(body).post("/api/login");
    }
}
