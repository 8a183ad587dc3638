package chat.parley.identity.handler.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import chat.parley.testing.TestSocket;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountAccessIT {
    @TestHTTPResource("/")
    URI server;

    @Inject
    DataSource database;

    @Test
    void whoIsDisabledIsOutAtOnceEverywhereAndComesBackWhenEnabled() throws SQLException {
        TestUser admin = TestUsers.register();
        TestUser user = TestUsers.register();
        permit(admin, "admin");
        TestSocket socket = TestSocket.open(server, user.accessToken());
        user.call().get("/api/userInfo").then().statusCode(200);

        set(admin, "disable", user).then().statusCode(204);

        assertThat(socket.closeCode()).isEqualTo(4403);
        user.call().get("/api/userInfo").then().statusCode(401).body("code", equalTo("identity.session_revoked"));
        login(user).then().statusCode(403).body("code", equalTo("identity.account_disabled"));
        given().cookie("parley_refresh", user.refreshToken())
                .contentType(ContentType.JSON)
                .post("/api/token")
                .then()
                .statusCode(401);
        set(admin, "disable", user).then().statusCode(204);
        admin.call().get("/api/user?id=" + user.id()).then().statusCode(200);

        set(admin, "enable", user).then().statusCode(204);
        set(admin, "enable", user).then().statusCode(204);
        login(user).then().statusCode(200);
    }

    @Test
    void onlyAdminsMayAndNobodyThemselves() throws SQLException {
        TestUser admin = TestUsers.register();
        TestUser moderator = TestUsers.register();
        TestUser user = TestUsers.register();
        TestUser target = TestUsers.register();
        permit(admin, "admin");
        permit(moderator, "moderator");
        for (String operation : new String[] {"disable", "enable"}) {
            set(user, operation, moderator).then().statusCode(403).body("code", equalTo("identity.admins_only"));
            set(moderator, operation, user).then().statusCode(403).body("code", equalTo("identity.admins_only"));
            set(admin, operation, admin).then().statusCode(422).body("code", equalTo("identity.disable_self"));
            set(admin, operation, target).then().statusCode(204);
        }
        admin.call()
                .body(Map.of("userId", "1"))
                .post("/api/user/disable")
                .then()
                .statusCode(404);
        admin.call().body(Map.of()).post("/api/user/disable").then().statusCode(422);
        given().contentType(ContentType.JSON)
                .body(Map.of("userId", user.id().toString()))
                .post("/api/user/disable")
                .then()
                .statusCode(401);
    }

    private static Response set(TestUser caller, String operation, TestUser user) {
        return caller.call().body(Map.of("userId", user.id().toString())).post("/api/user/" + operation);
    }

    private static Response login(TestUser user) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("login", user.username(), "password", TestUsers.PASSWORD))
                .post("/api/login");
    }

    private void permit(TestUser user, String permission) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE users SET permission = ? WHERE username = ?")) {
            update.setString(1, permission);
            update.setString(2, user.username());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
