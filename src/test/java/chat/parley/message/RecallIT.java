package chat.parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import chat.parley.message.model.MessageRecalled;
import chat.parley.testing.TestSocket;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is taken back is gone: nothing that was said, and nothing that was said of it, can be found anywhere. */
@QuarkusTest
class RecallIT {
    @TestHTTPResource
    URI server;

    @Inject
    DataSource database;

    @Inject
    Recalls recalls;

    private Talk talk;

    @BeforeEach
    void gather() {
        talk = new Talk();
    }

    @ApplicationScoped
    static class Recalls {
        private final List<MessageRecalled> seen = new CopyOnWriteArrayList<>();

        void recalled(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessageRecalled event) {
            seen.add(event);
        }

        List<MessageRecalled> all() {
            return seen;
        }
    }

    @Test
    void aMarkerIsNowhereAfterTheRecall() throws SQLException {
        String first = "marker" + UUID.randomUUID().toString().replace("-", "");
        String second = "marker" + UUID.randomUUID().toString().replace("-", "");
        long seq = talk.say(talk.author, first + " @" + talk.member.username());
        talk.edit(talk.author, seq, second + " @" + talk.admin.username())
                .then()
                .statusCode(200);
        talk.react(talk.member, seq, "👍").then().statusCode(200);
        talk.pin(talk.admin, seq).then().statusCode(200);
        assertThat(everywhere(first)).as("the search finds what is there").isNotEmpty();
        assertThat(everywhere(second)).isNotEmpty();

        talk.recall(talk.author, seq).then().statusCode(200);

        assertThat(everywhere(first)).isEmpty();
        assertThat(everywhere(second)).isEmpty();
        for (String table : List.of(
                "message_versions", "message_reactions", "message_mentions", "message_pins", "message_search")) {
            assertThat(rows(table, seq)).as(table).isZero();
        }
        talk.versions(talk.admin, seq).then().statusCode(200).body("versions", hasSize(0));
        assertThat(talk.history(talk.admin).asString()).doesNotContain(first, second);
    }

    @Test
    void whoKeepsSomethingOfAMessageIsToldOnce() {
        long seq = talk.say(talk.author, "mine");
        talk.recall(talk.author, seq).then().statusCode(200);
        talk.recall(talk.author, seq).then().statusCode(200);
        assertThat(recalls.all().stream()
                        .map(MessageRecalled::former)
                        .filter(message -> message.roomId().equals(talk.room))
                        .map(message -> message.seq() + " " + message.text()))
                .containsExactly(seq + " mine");
    }

    @Test
    void authorsAndAdminsRecallAndOthersDoNot() {
        long own = talk.say(talk.author, "own");
        long others = talk.say(talk.author, "others");
        long creators = talk.say(talk.creator, "the creator's");
        talk.recall(talk.member, own).then().statusCode(403).body("code", equalTo("message.recall_forbidden"));
        talk.recall(talk.stranger, own).then().statusCode(404).body("code", equalTo("room.not_found"));
        talk.recall(talk.stranger, 10_000).then().statusCode(404).body("code", equalTo("room.not_found"));
        talk.recall(talk.author, own).then().statusCode(200);
        talk.recall(talk.admin, others).then().statusCode(200);
        talk.recall(talk.admin, creators).then().statusCode(200);
        talk.recall(talk.creator, 1).then().statusCode(409).body("code", equalTo("message.not_recallable"));
    }

    @Test
    void anAnswerThatIsTakenBackAnswersNothingAnyMore() {
        long first = talk.say(talk.author, "question");
        Map<String, Object> answer = Map.of("roomId", talk.id(), "text", "answer", "replySeq", first);
        long seq = talk.member
                .call()
                .body(answer)
                .post("/api/room/message")
                .jsonPath()
                .getLong("seq");
        try (TestSocket socket = TestSocket.open(server, talk.author.accessToken())) {
            talk.recall(talk.member, seq).then().statusCode(200);
            JsonNode push = socket.awaitPushes("room.message", 1).getFirst();
            JsonNode read = socket.request("room.history", Map.of("roomId", talk.id(), "seqs", List.of(seq)))
                    .get("messages")
                    .get(0);
            assertThat(push.has("replySeq")).isFalse();
            assertThat(read).isEqualTo(push);
        }
    }

    @Test
    void whoWasAwayGetsEditsReactionsPinsAndRecallsAsTheyStand() {
        long edited = talk.say(talk.author, "draft");
        long reacted = talk.say(talk.author, "joke");
        long pinned = talk.say(talk.author, "rule");
        long gone = talk.say(talk.author, "slip");
        long rev = talk.lastRev();
        // the member is away from here on
        talk.edit(talk.author, edited, "fair copy").then().statusCode(200);
        talk.react(talk.admin, reacted, "😂").then().statusCode(200);
        talk.react(talk.creator, reacted, "😂").then().statusCode(200);
        talk.pin(talk.admin, pinned).then().statusCode(200);
        talk.edit(talk.author, gone, "worse").then().statusCode(200);
        talk.recall(talk.author, gone).then().statusCode(200);
        try (TestSocket socket = TestSocket.connect(server)) {
            JsonNode sync = socket.request(
                            "session.open",
                            Map.of("token", talk.member.accessToken(), "rooms", Map.of(talk.id(), Map.of("rev", rev))))
                    .get("sync")
                    .get(talk.id());
            List<Long> seqs = new ArrayList<>();
            sync.get("messages").forEach(message -> seqs.add(message.get("seq").asLong()));
            assertThat(seqs).containsExactly(edited, reacted, pinned, gone + 1, gone);
            assertThat(sync.get("rev").asLong()).isEqualTo(rev + 7).isEqualTo(talk.lastRev());
            JsonNode messages = sync.get("messages");
            assertThat(messages.get(0).get("text").asText()).isEqualTo("fair copy");
            assertThat(messages.get(1).get("reactions").get(0).get("userIds")).hasSize(2);
            assertThat(messages.get(2).has("pin")).isTrue();
            assertThat(messages.get(3).get("system").get("type").asText()).isEqualTo("MESSAGE_PINNED");
            assertThat(messages.get(4).get("contentType").asText()).isEqualTo("RECALLED");
            JsonNode opened = socket.request("room.open", Map.of("roomId", talk.id()));
            messages.forEach(message -> assertThat(
                            opened.get("messages").get(message.get("seq").asInt() - 1))
                    .isEqualTo(message));
        }
    }

    private int rows(String table, long seq) throws SQLException {
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT COUNT(*) FROM " + table + " WHERE room_id = ? AND seq = ?")) {
            select.setLong(1, talk.room.value());
            select.setLong(2, seq);
            ResultSet row = select.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    /** Every table and every file of ours in which the marker is. */
    private List<String> everywhere(String marker) throws SQLException {
        List<String> places = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            List<String> tables = new ArrayList<>();
            ResultSet names = connection.createStatement().executeQuery("SHOW TABLES");
            while (names.next()) {
                tables.add(names.getString(1));
            }
            for (String table : tables) {
                if (tableHolds(connection, table, marker)) {
                    places.add(table);
                }
            }
        }
        places.addAll(filesWith(marker));
        return places;
    }

    private static boolean tableHolds(Connection connection, String table, String marker) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery("SELECT * FROM `" + table + "`")) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int i = 1; i <= columns; i++) {
                    byte[] value = row.getBytes(i);
                    if (value != null && new String(value, StandardCharsets.ISO_8859_1).contains(marker)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private static List<String> filesWith(String marker) {
        Path storage = Path.of("target/test-storage");
        if (!Files.exists(storage)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(storage)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, marker))
                    .map(Path::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(Path file, String marker) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(marker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
