package chat.parley.identity.handler.rest;

import static chat.parley.testing.TestUsers.PASSWORD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LogoutIT {
    private TestUser lin;
    private String elsewhere;

    @BeforeEach
    void signInOnTwoDevices() {
        lin = TestUsers.register();
        elsewhere = given().contentType(ContentType.JSON)
                .body(Map.of("login", lin.username(), "password", PASSWORD))
                .post("/api/login")
                .path("accessToken");
    }

    @Test
    void signingOutEndsThisSessionAtOnceAndLeavesTheOthers() {
        assertSignedIn(lin.accessToken(), true);
        logout(lin.accessToken(), "");
        assertSignedIn(lin.accessToken(), false);
        assertSignedIn(elsewhere, true);
    }

    @Test
    void signingOutEverywhereEndsEverySession() {
        TestUser other = TestUsers.register();
        logout(lin.accessToken(), "?all=true");
        assertSignedIn(lin.accessToken(), false);
        assertSignedIn(elsewhere, false);
        assertSignedIn(other.accessToken(), true);
    }

    @Test
    void theCookieIsTakenAway() {
        Cookie cookie = lin.call().post("/api/logout").detailedCookie("parley_refresh");
        assertThat(cookie.getMaxAge()).isZero();
        assertThat(cookie.getPath()).isEqualTo("/api");
    }

    @Test
    void whoIsNotSignedInCannotSignOut() {
        given().post("/api/logout").then().statusCode(401).body("code", equalTo("auth.unauthenticated"));
    }

    private static void logout(String token, String query) {
        given().auth().oauth2(token).post("/api/logout" + query).then().statusCode(204);
    }

    private static void assertSignedIn(String token, boolean expected) {
        given().auth().oauth2(token).get("/api/userInfo").then().statusCode(expected ? 200 : 401);
    }
}
