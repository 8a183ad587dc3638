package chat.parley.bench.golden;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.message.service.search.IndexMessagesService;
import chat.parley.room.RoomId;
import chat.parley.testing.Indexing;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The questions of the benchmark, asked of a small log. */
@QuarkusTest
class GoldenSearchIT {
    private static final int MESSAGES = 2_000;
    private static final int ROOMS = 7;
    private static final int READABLE = 5;

    // The room's own notices of its beginning come first.
    private static final int NOTICES = 2;

    @Inject
    DataSource database;

    @Inject
    IndexMessagesService indexer;

    @Test
    void everyQuestionIsAnsweredExactly() throws Exception {
        TestUser author = TestUsers.register();
        TestUser reader = TestUsers.register();
        List<Long> ids = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < ROOMS; i++) {
            RoomId room =
                    i < READABLE ? TestRooms.closed(author, reader) : TestRooms.closed(author, TestUsers.register());
            ids.add(room.value());
            numbers.put(room.toString(), i);
        }
        GoldenTexts texts = new GoldenTexts();
        GoldenOracle oracle = new GoldenOracle();
        GoldenRooms rooms =
                new GoldenRooms(ROOMS, READABLE, ids::get, author.id().value());
        try (Connection db = database.getConnection()) {
            rooms.fill(db, texts, oracle, MESSAGES, NOTICES);
        }
        Indexing.finish(indexer, ids.stream().map(RoomId::new).toList());

        List<String> queries = GoldenQueries.all(texts, MESSAGES);
        GoldenRun run = new GoldenRun(
                        (query, cursor, limit) -> search(reader, query, cursor, limit, numbers, rooms), oracle)
                .ask(queries);

        assertThat(queries).hasSize(200);
        assertThat(run.violations()).isEmpty();
        assertThat(run.expected()).isGreaterThan(800);
        assertThat(run.recall()).isOne();
        assertThat(run.precision()).isOne();
    }

    private static GoldenRun.Answer search(
            TestUser reader,
            String query,
            @Nullable String cursor,
            int limit,
            Map<String, Integer> numbers,
            GoldenRooms rooms) {
        var call = reader.call().queryParam("q", query).queryParam("limit", limit);
        Response answer = (cursor == null ? call : call.queryParam("cursor", cursor)).get("/api/search");
        answer.then().statusCode(200);
        List<Integer> messages = new ArrayList<>();
        for (String id : answer.jsonPath().getList("items.message.id", String.class)) {
            String[] place = id.split("-");
            messages.add(rooms.message(numbers.getOrDefault(place[0], -1), Long.parseLong(place[1]), NOTICES));
        }
        return new GoldenRun.Answer(messages, answer.path("next"));
    }
}
