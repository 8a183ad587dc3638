package chat.parley.identity.handler.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import chat.parley.testing.TestSocket;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People see where they are signed in, and end what they do not want any more. */
@QuarkusTest
class DeviceIT {
    @TestHTTPResource
    URI server;

    @Test
    void everySignInIsListedWithItsDevice() {
        TestUser ann = TestUsers.register();
        signIn(ann, "Phone/1.0");

        given().get("/api/session").then().statusCode(401);
        ann.call()
                .get("/api/session")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.userAgent", hasItem("Phone/1.0"))
                .body("items[0].ip", notNullValue())
                .body("items[0].lastUsedAt", notNullValue())
                .body("items.findAll { it.current }", hasSize(1));
        TestUsers.register().call().get("/api/session").then().body("items", hasSize(1));
    }

    @Test
    void aSessionThatIsEndedIsOverAtOnceAndTheOthersGoOn() {
        TestUser ann = TestUsers.register();
        Response phone = signIn(ann, "Phone/1.0");
        String token = phone.path("accessToken");
        String id = ann.call().get("/api/session").path("items.find { it.userAgent == 'Phone/1.0' }.id");
        try (TestSocket phones = TestSocket.open(server, token)) {
            given().delete("/api/session?id=" + id).then().statusCode(401);
            TestUsers.register()
                    .call()
                    .delete("/api/session?id=" + id)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("identity.session_not_found"));
            ann.call().delete("/api/session?id=" + id).then().statusCode(204);

            assertThat(phones.closeCode()).isEqualTo(4403);
        }
        given().auth().oauth2(token).get("/api/userInfo").then().statusCode(401);
        given().cookie("parley_refresh", phone.cookie("parley_refresh"))
                .post("/api/token")
                .then()
                .statusCode(401);
        ann.call().get("/api/session").then().statusCode(200).body("items", hasSize(1));
        ann.call().delete("/api/session?id=" + id).then().statusCode(404);
    }

    private static Response signIn(TestUser user, String userAgent) {
        Response answer = given().contentType(ContentType.JSON)
                .header("User-Agent", userAgent)
                .body(Map.of("login", user.username(), "password", TestUsers.PASSWORD))
                .post("/api/login");
        answer.then().statusCode(200);
        return answer;
    }
}
