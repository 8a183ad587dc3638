package chat.parley.identity.handler.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import chat.parley.identity.service.DeleteExpiredSessionsService;
import chat.parley.testing.Sql;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokenIT {
    private static final String COOKIE = "parley_refresh";

    @Inject
    Sql sql;

    @Inject
    DeleteExpiredSessionsService expired;

    private TestUser lin;

    @BeforeEach
    void register() {
        lin = TestUsers.register();
    }

    @Test
    void aRefreshTokenIsExchangedForNewTokens() {
        Response answer = renew(lin.refreshToken());
        answer.then().statusCode(200).body("user.id", equalTo(lin.id().toString()));
        assertThat(answer.cookie(COOKIE)).isNotEqualTo(lin.refreshToken());
        assertSignedIn(answer.path("accessToken"), true);
        renew(answer.cookie(COOKIE)).then().statusCode(200);
    }

    @Test
    void aTokenWhoseAnswerGotLostMayBeSentAgain() {
        renew(lin.refreshToken()).then().statusCode(200);
        Response repeated = renew(lin.refreshToken());
        repeated.then().statusCode(200);
        renew(repeated.cookie(COOKIE)).then().statusCode(200);
    }

    @Test
    void aTokenThatComesBackLateEndsItsSession() {
        Response second = renew(lin.refreshToken());
        letTheGracePass();
        refused(lin.refreshToken(), 401, "identity.token_reused");
        refused(second.cookie(COOKIE), 401, "identity.session_revoked");
        assertSignedIn(second.path("accessToken"), false);
        assertSignedIn(lin.accessToken(), false);
    }

    @Test
    void tabsThatAskAtOnceAllStaySignedIn() throws Exception {
        List<Response> answers = new ArrayList<>();
        try (var tabs = Executors.newFixedThreadPool(6)) {
            Callable<Response> call = () -> renew(lin.refreshToken());
            for (Future<Response> answer :
                    tabs.invokeAll(IntStream.range(0, 6).mapToObj(i -> call).toList())) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(answers).extracting(answer -> answer.cookie(COOKIE)).doesNotHaveDuplicates();
        assertThat(generation()).isEqualTo(2);
        renew(answers.getFirst().cookie(COOKIE)).then().statusCode(200);
        letTheGracePass();
        refused(answers.getLast().cookie(COOKIE), 401, "identity.token_reused");
    }

    @Test
    void aMissingOrUnknownTokenIsRefused() {
        given().post("/api/token").then().statusCode(401).body("code", equalTo("identity.token_invalid"));
        refused("made-up", 401, "identity.token_invalid");
        refused(lin.accessToken(), 401, "identity.token_invalid");
    }

    @Test
    void theTokenOfAnEndedSessionIsRefused() {
        lin.call().post("/api/logout").then().statusCode(204);
        refused(lin.refreshToken(), 401, "identity.session_revoked");
    }

    @Test
    void aDisabledAccountGetsNoNewTokens() {
        sql.update(
                "UPDATE users SET disabled_at = NOW(3) WHERE id = ?", lin.id().value());
        refused(lin.refreshToken(), 403, "identity.account_disabled");
    }

    @Test
    void aSessionThatNobodyUsedForItsLifetimeIsOver() {
        sql.update("UPDATE user_sessions SET expires_at = NOW(3) - INTERVAL 1 SECOND WHERE user_id = ?", id());
        refused(lin.refreshToken(), 401, "identity.token_invalid");
    }

    @Test
    void expiredSessionsAreSweptOutWithTheirTokensAndOthersStay() {
        TestUser other = TestUsers.register();
        sql.update("UPDATE user_sessions SET expires_at = NOW(3) - INTERVAL 1 DAY WHERE user_id = ?", id());
        assertThat(expired.deleteSome()).isFalse();
        refused(lin.refreshToken(), 401, "identity.token_invalid");
        assertThat(sql.update("DELETE FROM user_sessions WHERE user_id = ?", id()))
                .isZero();
        renew(other.refreshToken()).then().statusCode(200);
    }

    @Test
    void theServerKeepsNoRefreshTokenInTheClear() {
        assertThat(sql.update(
                        "DELETE FROM user_refresh_tokens WHERE token_hash = UNHEX(SHA2(?, 256))", lin.refreshToken()))
                .isEqualTo(1);
    }

    private void letTheGracePass() {
        sql.update("UPDATE user_sessions SET last_used_at = last_used_at - INTERVAL 11 SECOND WHERE user_id = ?", id());
    }

    private int generation() {
        return IntStream.range(1, 10)
                .filter(i -> sql.update(
                                "UPDATE user_sessions SET user_agent = 'seen' WHERE user_id = ? AND generation = ?",
                                id(),
                                i)
                        > 0)
                .findFirst()
                .orElseThrow();
    }

    private long id() {
        return lin.id().value();
    }

    private static void assertSignedIn(String accessToken, boolean expected) {
        given().auth().oauth2(accessToken).get("/api/userInfo").then().statusCode(expected ? 200 : 401);
    }

    private static void refused(String token, int status, String code) {
        renew(token).then().statusCode(status).body("code", equalTo(code));
    }

    private static Response renew(String token) {
        return given().cookie(COOKIE, token).post("/api/token");
    }
}
