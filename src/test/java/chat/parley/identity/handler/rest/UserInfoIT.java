package chat.parley.identity.handler.rest;

import static chat.parley.testing.TestUsers.PASSWORD;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class UserInfoIT {
    private static final String BETTER = "an even better password";

    private TestUser lin;

    @BeforeEach
    void register() {
        lin = TestUsers.register();
    }

    @Test
    void oneSeesOnesOwnAccount() {
        lin.call()
                .get("/api/userInfo")
                .then()
                .statusCode(200)
                .body("id", equalTo(lin.id().toString()))
                .body("email", equalTo(lin.email()));
    }

    @Test
    void whatIsGivenChangesAndTheRestStays() {
        change(Map.of("displayName", "  Lin 林 ", "bio", "Line one\nline two", "github", "lin", "locale", "zh-CN"))
                .statusCode(200)
                .body("displayName", equalTo("Lin 林"))
                .body("bio", equalTo("Line one\nline two"));
        change(Map.of("qq", "10001", "wechat", "lin_w"))
                .statusCode(200)
                .body("displayName", equalTo("Lin 林"))
                .body("github", equalTo("lin"))
                .body("qq", equalTo("10001"))
                .body("locale", equalTo("zh-CN"));
        lin.call()
                .get("/api/userInfo")
                .then()
                .body("wechat", equalTo("lin_w"))
                .body("bio", equalTo("Line one\nline two"));
    }

    @Test
    void anEmptyTextClearsWhatIsOptional() {
        change(Map.of("bio", "something", "locale", "en")).body("bio", equalTo("something"));
        change(Map.of("bio", "", "locale", ""))
                .statusCode(200)
                .body("bio", nullValue())
                .body("locale", nullValue());
        change(Map.of("displayName", " ")).statusCode(422).body("errors.pointer", equalTo(List.of("/displayName")));
        change(Map.of("email", "", "currentPassword", PASSWORD)).statusCode(422);
    }

    @Test
    void permissionAndUsernameCannotBeChanged() {
        change(Map.of("permission", "admin", "username", "root", "id", "1"))
                .statusCode(200)
                .body("permission", equalTo("user"))
                .body("username", equalTo(lin.username()))
                .body("image", nullValue());
    }

    @Test
    void aPictureThatOneDidNotUploadIsNotFound() {
        change(Map.of("image", "1")).statusCode(404);
        lin.call().get("/api/userInfo").then().statusCode(200).body("image", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "qq, 12345678901234567890123456789012345678901234567890123456789012345",
        "wechat, 'a\tb'",
        "locale, english please",
        "locale, en-",
        "email, nobody"
    })
    void aValueThatBreaksARuleIsNamed(String field, String value) {
        change(Map.of(field, value)).statusCode(422).body("errors.pointer", hasItem("/" + field));
    }

    @Test
    void anOverlongBioIsRefused() {
        change(Map.of("bio", "é".repeat(500))).statusCode(200);
        change(Map.of("bio", "é".repeat(501))).statusCode(422).body("errors.pointer", equalTo(List.of("/bio")));
    }

    @Test
    void aNewAddressNeedsTheCurrentPassword() {
        String email = "new" + lin.email();
        change(Map.of("email", email))
                .statusCode(403)
                .body("code", equalTo("identity.current_password_wrong"))
                .body("errors.pointer", equalTo(List.of("/currentPassword")));
        change(Map.of("email", email, "currentPassword", "guess")).statusCode(403);
        change(Map.of("email", email, "currentPassword", PASSWORD))
                .statusCode(200)
                .body("email", equalTo(email));
        login(email, PASSWORD).then().statusCode(200);
        login(lin.email(), PASSWORD).then().statusCode(401);
    }

    @Test
    void anAddressOfSomebodyElseIsTaken() {
        TestUser other = TestUsers.register();
        change(Map.of("email", other.email(), "currentPassword", PASSWORD))
                .statusCode(409)
                .body("code", equalTo("identity.email_taken"))
                .body("errors.pointer", equalTo(List.of("/email")));
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndTheOldPassword() {
        String elsewhere = login(lin.username(), PASSWORD).path("accessToken");
        change(Map.of("password", BETTER)).statusCode(403);
        change(Map.of("password", BETTER, "currentPassword", PASSWORD)).statusCode(200);
        given().auth().oauth2(elsewhere).get("/api/userInfo").then().statusCode(401);
        lin.call().get("/api/userInfo").then().statusCode(200);
        login(lin.username(), PASSWORD).then().statusCode(401);
        login(lin.username(), BETTER).then().statusCode(200);
    }

    @Test
    void aNewPasswordMustBeGoodEnough() {
        change(Map.of("password", "password123", "currentPassword", PASSWORD))
                .statusCode(422)
                .body("code", equalTo("identity.weak_password"));
        change(Map.of("password", "short", "currentPassword", PASSWORD))
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/password")));
    }

    @Test
    void strangersAreRefusedAndMalformedRequestsToo() {
        given().get("/api/userInfo").then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/userInfo")
                .then()
                .statusCode(401);
        lin.call().body("{\"bio\":").post("/api/userInfo").then().statusCode(400);
        lin.call().body("{\"bio\":{}}").post("/api/userInfo").then().statusCode(422);
    }

    private ValidatableResponse change(Map<String, ?> body) {
        return lin.call().body(body).post("/api/userInfo").then();
    }

    private static Response login(String login, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("login", login, "password", password))
                .post("/api/login");
    }
}
