package chat.parley.identity.handler.rest;

import static chat.parley.testing.TestUsers.PASSWORD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import chat.parley.testing.TestUsers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RegisterIT {
    private final String name = "reg_" + UUID.randomUUID().toString().substring(0, 13);

    @Test
    void registeringAnswersWithTheAccountAndSignsIn() {
        register(body())
                .statusCode(201)
                .body("user.username", equalTo(name))
                .body("user.displayName", equalTo(name))
                .body("user.email", equalTo(name + "@example.com"))
                .body("user.permission", equalTo("user"))
                .body("user.id", matchesRegex("[1-9][0-9]{10,18}"))
                .body("user.createdAt", matchesRegex("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"))
                .body("user.bio", nullValue())
                .body("accessToken", notNullValue())
                .body("expiresAt", notNullValue())
                .header("Cache-Control", "no-store")
                .body(not(containsString("null")))
                .body(not(containsString(PASSWORD)));
    }

    @Test
    void theRefreshTokenTravelsInACookieThatOnlyTheApiGets() {
        Cookie cookie = register(body()).extract().detailedCookie("parley_refresh");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
        assertThat(cookie.getPath()).isEqualTo("/api");
        assertThat(cookie.getMaxAge()).isEqualTo(30L * 24 * 3600);
        assertThat(cookie.getValue()).hasSizeGreaterThanOrEqualTo(43);
    }

    @Test
    void theCookieIsSecureWhenTheClientCameOverTls() {
        assertThat(register(body()).extract().detailedCookie("parley_refresh").isSecured())
                .isFalse();
        Response behindProxy = given().contentType(ContentType.JSON)
                .header("X-Forwarded-Proto", "https")
                .body(Map.of("username", name + "s", "email", name + "s@example.com", "password", PASSWORD))
                .post("/api/register");
        assertThat(behindProxy.detailedCookie("parley_refresh").isSecured()).isTrue();
    }

    @Test
    void namesAreTrimmedAndBroughtIntoOneUnicodeForm() {
        var body = body();
        body.put("username", " Jose\u0301" + name + " ");
        body.put("displayName", "  José  ");
        register(body)
                .statusCode(201)
                .body("user.username", equalTo("Jos\u00e9" + name))
                .body("user.displayName", equalTo("José"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"林", "Ольга", "ประเสริฐ", "नमस्ते", "a.b_c-d"})
    void namesMayBeOfAnyScript(String given) {
        var body = body();
        body.put("username", given + name.substring(4));
        register(body).statusCode(201).body("user.username", equalTo(given + name.substring(4)));
    }

    @ParameterizedTest
    @CsvSource({
        "username, x",
        "username, 'two words'",
        "username, me@home",
        "username, ...",
        "username, \u0301ab",
        "username, 123456789012345678901234567890123",
        "email, nobody",
        "email, a@b",
        "email, a b@example.com",
        "password, short",
        "displayName, 12345678901234567890123456789012345678901234567890123456789012345",
        "displayName, 'two\nlines'"
    })
    void aValueThatBreaksARuleIsNamed(String field, String value) {
        var body = body();
        body.put(field, value);
        register(body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("request.invalid"))
                .body("errors.pointer", hasItem("/" + field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "email", "password"})
    void aMissingFieldIsNamed(String field) {
        var body = body();
        body.remove(field);
        register(body).statusCode(422).body("errors.pointer", equalTo(List.of("/" + field)));
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        register(Map.of("username", "x", "email", "y", "password", PASSWORD))
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/email", "/username")));
    }

    @Test
    void anOverlongAddressIsRefused() {
        var body = body();
        body.put("email", "x".repeat(60) + "@" + "y".repeat(200) + ".com");
        register(body).statusCode(422).body("errors.pointer", hasItem("/email"));
    }

    @Test
    void theNamesLengthIsCountedInCharactersThatPeopleSee() {
        var body = body();
        body.put("username", "𝒳".repeat(19) + name.substring(4));
        assertThat(((String) body.get("username")).codePointCount(0, ((String) body.get("username")).length()))
                .isLessThanOrEqualTo(32);
        register(body).statusCode(201);
    }

    @Test
    void aPasswordThatEverybodyTriesFirstIsRefused() {
        for (String weak : List.of("Password123", name, name + "@example.com")) {
            var body = body();
            body.put("password", weak);
            register(body)
                    .statusCode(422)
                    .body("code", equalTo("identity.weak_password"))
                    .body("errors.pointer", equalTo(List.of("/password")));
        }
    }

    @Test
    void unknownFieldsAreIgnored() {
        var body = body();
        body.put("permission", "admin");
        body.put("favouriteColour", Map.of("hue", 120));
        register(body).statusCode(201).body("user.permission", equalTo("user"));
    }

    @Test
    void aValueOfTheWrongTypeIsNamed() {
        var body = body();
        body.put("username", List.of(name));
        register(body).statusCode(422).body("errors.pointer", equalTo(List.of("/username")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"text\"", "{\"username\": }", "nonsense"})
    void whatIsNotAJsonObjectIsRefused(String text) {
        given().contentType(ContentType.JSON)
                .body(text)
                .post("/api/register")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("request.malformed"))
                .body("instance", equalTo("/api/register"));
    }

    @Test
    void anEmptyBodyIsRefused() {
        given().contentType(ContentType.JSON).post("/api/register").then().statusCode(422);
    }

    @Test
    void aNameIsTakenWhateverItsCase() {
        register(body()).statusCode(201);
        var body = body();
        body.put("username", name.toUpperCase(java.util.Locale.ROOT));
        body.put("email", "other" + name + "@example.com");
        register(body)
                .statusCode(409)
                .body("code", equalTo("identity.username_taken"))
                .body("errors.pointer", equalTo(List.of("/username")));
    }

    @Test
    void anAddressIsTakenWhateverItsCase() {
        register(body()).statusCode(201);
        var body = body();
        body.put("username", name + "2");
        body.put("email", name.toUpperCase(java.util.Locale.ROOT) + "@EXAMPLE.com");
        register(body)
                .statusCode(409)
                .body("code", equalTo("identity.email_taken"))
                .body("errors.pointer", equalTo(List.of("/email")));
    }

    @Test
    void ofManyWhoWantOneNameAtOnceExactlyOneGetsIt() throws Exception {
        try (var callers = Executors.newFixedThreadPool(8)) {
            List<Callable<Response>> calls = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<Response>) () -> given().contentType(ContentType.JSON)
                            .body(Map.of("username", name, "email", i + name + "@example.com", "password", PASSWORD))
                            .post("/api/register"))
                    .toList();
            List<Response> answers = new java.util.ArrayList<>();
            for (Future<Response> answer : callers.invokeAll(calls)) {
                answers.add(answer.get());
            }
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() != 201)
                    .hasSize(7)
                    .allSatisfy(answer -> {
                        assertThat(answer.statusCode()).isEqualTo(409);
                        assertThat(answer.<List<String>>path("errors.pointer")).containsExactly("/username");
                    });
        }
    }

    @Test
    void aTokenThatHappensToBeSentDoesNotMatter() {
        given().auth()
                .oauth2("garbage")
                .contentType(ContentType.JSON)
                .body(body())
                .post("/api/register")
                .then()
                .statusCode(201);
    }

    private Map<String, Object> body() {
        return new HashMap<>(Map.of("username", name, "email", name + "@example.com", "password", TestUsers.PASSWORD));
    }

    private static ValidatableResponse register(Map<String, ?> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/register")
                .then();
    }
}
