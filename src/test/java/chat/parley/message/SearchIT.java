package chat.parley.message;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import chat.parley.message.service.retention.RetentionService;
import chat.parley.message.service.search.IndexMessagesService;
import chat.parley.room.RoomId;
import chat.parley.testing.Indexing;
import chat.parley.testing.Sql;
import chat.parley.testing.TestImages;
import chat.parley.testing.TestMedia;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestUsers.TestUser;
import chat.parley.testing.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything one may read is found, and nothing else is. */
@QuarkusTest
class SearchIT {
    // Usually a fraction of a second; a busy machine may take its time. Shorter than the indexer's routine look.
    private static final Duration SOON = Duration.ofSeconds(15);

    @Inject
    DataSource database;

    @Inject
    IndexMessagesService indexer;

    @Inject
    RetentionService retention;

    @Inject
    Sql sql;

    private Talk talk;
    private String word;

    @BeforeEach
    void gather() {
        talk = new Talk();
        word = "w" + UUID.randomUUID().toString().replace("-", "");
    }

    @Test
    void membersFindWhatOthersDoNot() {
        long seq = talk.say(talk.author, "The " + word + " stands here");
        awaitFound(talk.member, word, seq);
        awaitFound(talk.author, word, seq);
        assertThat(found(talk.stranger, word)).isEmpty();

        given().queryParam("q", word).get("/api/search").then().statusCode(401);
        search(talk.stranger, Map.of("q", word, "roomId", talk.id()))
                .then()
                .statusCode(404)
                .body("code", equalTo("room.not_found"));
        search(talk.member, Map.of("q", word, "roomId", talk.id()))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].message.id", equalTo(talk.id() + "-" + seq))
                .body("items[0].highlights", equalTo(List.of(Map.of("start", 4, "end", 4 + word.length()))));
    }

    @Test
    void outsidersOfAnOpenRoomFindNothingUntilTheyJoin() {
        RoomId open = TestRooms.open(talk.creator);
        say(talk.creator, open, word);
        await().atMost(SOON).until(() -> found(talk.creator, word).size() == 1);
        assertThat(found(talk.stranger, word)).isEmpty();
        search(talk.stranger, Map.of("q", word, "roomId", open.toString()))
                .then()
                .statusCode(403)
                .body("code", equalTo("room.not_a_member"));
        TestRooms.join(talk.stranger, open).then().statusCode(200);
        assertThat(found(talk.stranger, word)).hasSize(1);
    }

    @Test
    void whoLeftOrWasRemovedOrBannedFindsNothingAnyMore() {
        TestUser leaver = talk.member;
        TestUser removed = talk.author;
        TestUser banned = talk.admin;
        long seq = talk.say(talk.creator, word);
        for (TestUser one : List.of(leaver, removed, banned)) {
            awaitFound(one, word, seq);
        }
        leaver.call()
                .body(Map.of("id", talk.id()))
                .post("/api/leaveRoom")
                .then()
                .statusCode(204);
        talk.creator
                .call()
                .delete("/api/room/member?roomId=" + talk.id() + "&userId=" + removed.id())
                .then()
                .statusCode(204);
        talk.creator
                .call()
                .body(Map.of("roomId", talk.id(), "userId", banned.id().toString()))
                .post("/api/room/ban")
                .then()
                .statusCode(200);

        for (TestUser one : List.of(leaver, removed, banned)) {
            assertThat(found(one, word)).isEmpty();
        }
        assertThat(found(talk.creator, word)).containsExactly(seq);
        TestRooms.join(leaver, TestRooms.invitation(talk.creator, talk.room, 1))
                .then()
                .statusCode(200);
        assertThat(found(leaver, word)).containsExactly(seq);
    }

    @Test
    void aDeletedRoomIsNotSearchedAndItsEntriesGo() throws SQLException {
        long seq = talk.say(talk.author, word);
        awaitFound(talk.member, word, seq);
        talk.creator.call().delete("/api/room?id=" + talk.id()).then().statusCode(204);
        assertThat(found(talk.member, word)).isEmpty();
        while (indexer.forgetDeletedRooms()) {
            assertThat(talk.room).isNotNull();
        }
        assertThat(entries()).isEmpty();
    }

    @Test
    void ofABlockNeitherFindsWhatTheOtherWroteUntilItIsLifted() {
        long authors = talk.say(talk.author, word);
        long members = talk.say(talk.member, word);
        awaitFound(talk.member, word, members);
        talk.member
                .call()
                .body(Map.of("userId", talk.author.id().toString()))
                .post("/api/block")
                .then()
                .statusCode(200);
        foundOfBlocked(List.of(members), List.of(authors));

        // Of two blocks, lifting one changes nothing.
        talk.author
                .call()
                .body(Map.of("userId", talk.member.id().toString()))
                .post("/api/block")
                .then()
                .statusCode(200);
        lift(talk.member, talk.author);
        foundOfBlocked(List.of(members), List.of(authors));
        lift(talk.author, talk.member);
        foundOfBlocked(List.of(members, authors), List.of(members, authors));
    }

    private void foundOfBlocked(List<Long> byMember, List<Long> byAuthor) {
        assertThat(found(talk.member, word)).isEqualTo(byMember);
        assertThat(found(talk.author, word)).isEqualTo(byAuthor);
        assertThat(found(talk.admin, word)).as("of others").hasSize(2);
        boolean apart = byMember.size() == 1;
        assertThat(from(talk.member, talk.author)).hasSize(apart ? 0 : 1);
        assertThat(from(talk.author, talk.member)).hasSize(apart ? 0 : 1);
        assertThat(from(talk.admin, talk.author)).hasSize(1);
    }

    private List<Long> from(TestUser reader, TestUser author) {
        return seqs(search(reader, Map.of("q", word, "from", author.id().toString())));
    }

    private static void lift(TestUser user, TestUser blocked) {
        user.call().delete("/api/block?userId=" + blocked.id()).then().statusCode(204);
    }

    @Test
    void anEditedTextIsFoundSoonAndTheFormerOneNoLongerAtOnce() {
        long seq = talk.say(talk.author, word + " before");
        awaitFound(talk.member, word + " before", seq);
        talk.edit(talk.author, seq, word + " afterwards").then().statusCode(200);
        assertThat(found(talk.member, word + " before")).isEmpty();
        awaitFound(talk.member, word + " afterwards", seq);
    }

    @Test
    void aRecalledTextIsGoneAtOnceWithItsEntry() throws SQLException {
        long seq = talk.say(talk.author, word);
        awaitFound(talk.member, word, seq);
        assertThat(entries()).contains(seq);
        talk.recall(talk.author, seq).then().statusCode(200);
        assertThat(found(talk.member, word)).isEmpty();
        assertThat(entries()).doesNotContain(seq);
    }

    @Test
    void aLateIndexerBringsNothingBack() throws SQLException {
        List<Long> said = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            said.add(talk.say(talk.author, word + " " + i));
        }
        forgetIndex();
        Together.call(said.size() + 2, i -> {
            if (i < said.size()) {
                talk.recall(talk.author, said.get(i)).then().statusCode(200);
            } else {
                advance();
            }
            return i;
        });
        assertThat(entries()).isEmpty();
        advance();
        assertThat(entries()).isEmpty();
        assertThat(found(talk.member, word)).isEmpty();
    }

    @Test
    void whatWasLeftBehindIsFoundAndIndexedOnceByHoweverMany() throws SQLException {
        int many = 700;
        addSilently(many);
        assertThat(indexer.behind()).contains(talk.room);
        Together.call(3, i -> {
            for (int step = 0; step < 100 && entries().size() < many; step++) {
                advance();
            }
            return i;
        });
        assertThat(entries()).hasSize(many);
        assertThat(indexer.behind()).doesNotContain(talk.room);
        assertThat(all(talk.member, word, 100))
                .hasSize(many)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
        // 7, and 70 to 79
        assertThat(all(talk.member, word + " 7", 4)).hasSize(11);
    }

    @Test
    void whatARoomNoLongerKeepsIsNotFound() throws SQLException {
        long seq = talk.say(talk.author, word);
        awaitFound(talk.member, word, seq);
        sql.update(
                "UPDATE messages SET created_at = created_at - INTERVAL 31 DAY WHERE room_id = ?", talk.room.value());
        talk.creator
                .call()
                .body(Map.of("id", talk.id(), "retentionDays", 30))
                .patch("/api/room")
                .then()
                .statusCode(200);
        while (retention.trimSome(talk.room)) {
            assertThat(talk.room).isNotNull();
        }
        assertThat(found(talk.member, word)).isEmpty();
        assertThat(entries()).doesNotContain(seq);
    }

    @Test
    void filtersNarrowWhatIsFound() {
        RoomId other = TestRooms.closed(talk.member, talk.author);
        long plain = talk.say(talk.author, word + " plain");
        long link = talk.say(talk.member, word + " see https://example.com/a");
        long elsewhere = say(talk.author, other, word + " elsewhere");
        var image = TestMedia.uploaded(talk.author, word + "-picture.png", TestImages.png(20, 20));
        int pictured = TestMedia.post(talk.author, talk.room, image).path("seq");
        awaitFound(talk.member, word + "-picture", pictured);

        assertThat(found(talk.member, word)).hasSize(4);
        assertThat(with(Map.of("q", word, "roomId", talk.id()))).containsExactly((long) pictured, link, plain);
        assertThat(with(Map.of("q", word, "roomId", other.toString()))).containsExactly(elsewhere);
        assertThat(with(Map.of("q", word, "from", talk.member.id().toString()))).containsExactly(link);
        assertThat(with(Map.of("q", word, "has", "link"))).containsExactly(link);
        assertThat(with(Map.of("has", "image", "roomId", talk.id()))).containsExactly((long) pictured);
        assertThat(with(Map.of("has", List.of("file", "image"), "q", word))).containsExactly((long) pictured);
        assertThat(with(Map.of("has", List.of("link", "image"), "q", word))).isEmpty();
        assertThat(with(Map.of("has", "audio"))).isEmpty();
        assertThat(with(Map.of("roomId", other.toString()))).containsExactly(elsewhere);
        assertThat(with(Map.of("q", word, "before", "2020-01-01"))).isEmpty();
        assertThat(with(Map.of("q", word, "after", "2020-01-01T00:00:00Z"))).hasSize(4);
        assertThat(with(Map.of("q", word, "after", "2999-01-01"))).isEmpty();
    }

    @Test
    void whatOthersSayOfTheRoomIsNoMessage() {
        long seq = talk.say(talk.author, word);
        awaitFound(talk.member, word, seq);
        assertThat(with(Map.of("roomId", talk.id()))).containsExactly(seq);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+-@*\"()~<>",
                "\"",
                "\"\"",
                "%",
                "_",
                "\\",
                "' OR 1=1 --",
                "*",
                "+*",
                "🎉",
                "\u0000",
                "\ud83c",
                "((((",
                "a",
                "!!!",
                ">",
                "the and of",
                "%' AND SLEEP(5) #",
                "@distance 5",
                "\"unclosed phrase"
            })
    void whateverIsTypedGetsAnAnswer(String typed) {
        talk.say(talk.author, word + " quite another thing");
        search(talk.member, Map.of("q", word + " " + typed)).then().statusCode(200);
        int status = search(talk.member, Map.of("q", typed)).statusCode();
        assertThat(status).isIn(200, 422);
    }

    @Test
    void signsAreFoundAsTheyAre() {
        long seq = talk.say(talk.author, word + " costs 100%_ \\ or * +1 (maybe)");
        awaitFound(talk.member, word, seq);
        for (String typed : List.of("100%_", "\\", "*", "+1", "(maybe)", "%")) {
            assertThat(found(talk.member, word + " " + typed)).as(typed).containsExactly(seq);
        }
        for (String typed : List.of("100_", "100%%", "-1", "(maybe)s", "'")) {
            assertThat(found(talk.member, word + " " + typed)).as(typed).isEmpty();
        }
    }

    @Test
    void wrongQuestionsAreRefusedWithTheirReason() {
        refused(Map.of()).body("code", equalTo("message.search_empty"));
        refused(Map.of("q", "   ")).body("code", equalTo("message.search_empty"));
        refused(Map.of("q", "x".repeat(3_000))).body("errors[0].pointer", equalTo("/q"));
        assertThat(search(talk.member, Map.of("q", "x".repeat(10_000))).statusCode())
                .as("longer than an address may be")
                .isEqualTo(414);
        refused(Map.of("q", "x", "has", "virus")).body("errors[0].pointer", startsWith("/has"));
        refused(Map.of("q", "x", "before", "yesterday")).body("errors[0].pointer", equalTo("/before"));
        refused(Map.of("q", "x", "after", "99999-01-01")).body("errors[0].pointer", equalTo("/after"));
        refused(Map.of("q", "x", "from", "bob")).body("errors[0].pointer", equalTo("/from"));
        refused(Map.of("q", "x", "cursor", "nonsense")).body("errors[0].pointer", equalTo("/cursor"));
        refused(Map.of("q", "x", "cursor", "9999999999999999-1-1")).body("errors[0].pointer", equalTo("/cursor"));
        refused(Map.of("q", "x", "limit", 101)).body("errors[0].pointer", equalTo("/limit"));
    }

    private io.restassured.response.ValidatableResponse refused(Map<String, ?> question) {
        return search(talk.member, question).then().statusCode(422);
    }

    private void addSilently(int count) {
        long first = talk.lastRev() + 1;
        for (int i = 0; i < count; i++) {
            sql.update(
                    "INSERT INTO messages (room_id, seq, rev, user_id, content_type, text_message, created_at)"
                            + " VALUES (?, ?, ?, ?, 'TEXT', ?, NOW(3))",
                    talk.room.value(),
                    first + i,
                    first + i,
                    talk.author.id().value(),
                    word + " " + i);
        }
        sql.update(
                "UPDATE rooms SET last_seq = ?, last_rev = ? WHERE id = ?",
                first + count - 1,
                first + count - 1,
                talk.room.value());
    }

    private void advance() {
        Indexing.finish(indexer, List.of(talk.room));
    }

    private void forgetIndex() {
        sql.update("DELETE FROM message_search WHERE room_id = ?", talk.room.value());
        sql.update("DELETE FROM message_search_rooms WHERE room_id = ?", talk.room.value());
    }

    private List<Long> entries() {
        List<Long> seqs = new ArrayList<>();
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement("SELECT seq FROM message_search WHERE room_id = ?")) {
            select.setLong(1, talk.room.value());
            ResultSet row = select.executeQuery();
            while (row.next()) {
                seqs.add(row.getLong(1));
            }
            return seqs;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long say(TestUser author, RoomId room, String text) {
        return author.call()
                .body(Map.of("roomId", room.toString(), "text", text))
                .post("/api/room/message")
                .jsonPath()
                .getLong("seq");
    }

    private void awaitFound(TestUser reader, String typed, long seq) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> found(reader, typed).contains(seq));
    }

    private List<Long> found(TestUser reader, String typed) {
        return seqs(search(reader, Map.of("q", typed)));
    }

    private List<Long> with(Map<String, ?> question) {
        return seqs(search(talk.member, question));
    }

    private List<Long> all(TestUser reader, String typed, int limit) {
        List<Long> seqs = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page = search(reader, Map.of("q", typed, "limit", limit, "cursor", cursor));
            seqs.addAll(seqs(page));
            cursor = page.path("next");
        }
        return seqs;
    }

    private static Response search(TestUser reader, Map<String, ?> question) {
        RequestSpecification call = reader.call();
        question.forEach((name, value) -> {
            if (value instanceof List<?> several) {
                call.queryParam(name, several);
            } else {
                call.queryParam(name, String.valueOf(value));
            }
        });
        return call.get("/api/search");
    }

    private static List<Long> seqs(Response answer) {
        answer.then().statusCode(200);
        return answer.jsonPath().getList("items.message.seq", Long.class);
    }
}
