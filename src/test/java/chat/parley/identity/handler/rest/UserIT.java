package chat.parley.identity.handler.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import chat.parley.identity.UserId;
import chat.parley.identity.Users;
import chat.parley.testing.Sql;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UserIT {
    @Inject
    Sql sql;

    @Inject
    Users users;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private TestUser caller;

    @BeforeEach
    void register() {
        caller = TestUsers.register();
    }

    @Test
    void aProfileShowsNoAddress() {
        TestUser other = TestUsers.register();
        caller.call()
                .queryParam("id", other.id().toString())
                .get("/api/user")
                .then()
                .statusCode(200)
                .body("username", equalTo(other.username()))
                .body("email", nullValue())
                .body(not(containsString("@example.com")));
    }

    @Test
    void anUnknownIdIsNotFoundAndANonsensicalOneIsRefused() {
        caller.call().get("/api/user?id=1").then().statusCode(404).body("code", equalTo("identity.user_not_found"));
        caller.call().get("/api/user?id=abc").then().statusCode(422).body("errors.pointer", equalTo(List.of("/id")));
    }

    @Test
    void searchFindsBeginningsFirstThenTheRestEachByName() {
        TestUsers.register("z" + mark);
        TestUsers.register(mark + "b");
        TestUsers.register("a" + mark);
        TestUsers.register(mark + "a");
        search(mark.substring(1)).statusCode(200);
        assertThat(names(search(mark))).containsExactly(mark + "a", mark + "b", "a" + mark, "z" + mark);
    }

    @Test
    void displayNamesOfAnyScriptAreSearchedInAnyCase() {
        TestUser other = TestUsers.register("x" + mark);
        other.call()
                .body(Map.of("displayName", "Ольга 林小明 " + mark))
                .post("/api/userInfo")
                .then()
                .statusCode(200);
        for (String text : List.of("ольга 林", "小明 " + mark, mark.toUpperCase(java.util.Locale.ROOT))) {
            assertThat(names(search(text))).contains("x" + mark);
        }
    }

    @Test
    void addressesAreNotSearched() {
        TestUsers.register(mark + "b");
        assertThat(names(search(mark + "b@example.com"))).isEmpty();
        assertThat(names(search(mark + "b"))).isNotEmpty();
    }

    @Test
    void signsThatMeanSomethingToTheDatabaseMeanThemselves() {
        TestUsers.register(mark + "_x");
        TestUsers.register(mark + "yx");
        assertThat(names(search(mark + "_x"))).containsExactly(mark + "_x");
        assertThat(names(search(mark + "%"))).isEmpty();
        assertThat(names(search(mark + "!"))).isEmpty();
        assertThat(names(search(mark + "\\"))).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrOverlap() {
        List<String> expected = new ArrayList<>();
        for (String name : List.of(mark + "1", mark + "2", mark + "3", "a" + mark, "b" + mark)) {
            TestUsers.register(name);
            expected.add(name);
        }
        for (int limit = 1; limit <= 5; limit++) {
            assertThat(allPages(limit)).as("limit %d", limit).isEqualTo(expected);
        }
    }

    @Test
    void disabledAccountsAreLeftOutOfTheSearchButKeepTheirProfile() {
        TestUser gone = TestUsers.register(mark + "gone");
        assertThat(names(search(mark))).contains(gone.username());
        sql.update(
                "UPDATE users SET disabled_at = NOW(3) WHERE id = ?", gone.id().value());
        assertThat(names(search(mark))).doesNotContain(gone.username());
        caller.call().get("/api/user?id=" + gone.id()).then().statusCode(200);
        assertThat(users.active(List.of(gone.id(), caller.id()))).containsExactly(caller.id());
        assertThat(users.profiles(List.of(gone.id(), caller.id(), new UserId(1))))
                .containsOnlyKeys(gone.id(), caller.id());
    }

    @Test
    void withoutIdAndTextThereIsNothingToFind() {
        caller.call().get("/api/user").then().statusCode(422).body("errors.pointer", hasItem("/q"));
        for (String blank : List.of("", "  ")) {
            search(blank).statusCode(422).body("errors.pointer", hasItem("/q"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "cursor=nonsense", "cursor=p0"})
    void nonsensicalPagesAreRefused(String query) {
        String parameter = query.substring(0, query.indexOf('='));
        caller.call()
                .get("/api/user?q=a&" + query)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/" + parameter)));
    }

    @Test
    void strangersFindNobody() {
        given().get("/api/user?q=a").then().statusCode(401);
        given().get("/api/user?id=" + caller.id()).then().statusCode(401);
    }

    private List<String> allPages(int limit) {
        List<String> found = new ArrayList<>();
        String next = null;
        do {
            var request = caller.call().queryParam("q", mark).queryParam("limit", limit);
            var page = (next == null ? request : request.queryParam("cursor", next))
                    .get("/api/user")
                    .then()
                    .statusCode(200)
                    .extract();
            List<String> names = page.path("items.username");
            assertThat(names).hasSizeBetween(1, limit);
            found.addAll(names);
            next = page.path("next");
        } while (next != null);
        return found;
    }

    private ValidatableResponse search(String text) {
        return caller.call().queryParam("q", text).get("/api/user").then();
    }

    private static List<String> names(ValidatableResponse answer) {
        return answer.statusCode(200).extract().path("items.username");
    }
}
