package chat.parley.bench.golden;

import chat.parley.bench.lab.Lab;
import chat.parley.bench.lab.Parley;
import chat.parley.bench.lab.SearchIndex;
import chat.parley.bench.lab.Seed;
import chat.parley.bench.report.Goal;
import chat.parley.bench.report.Result;
import chat.parley.bench.report.Table;
import chat.parley.bench.scenario.Scenario;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two hundred questions in eight scripts to a large log, each answer compared with a look through everything. */
public final class SearchScenario implements Scenario {
    private static final int ROOMS = 100;
    private static final int READABLE = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    // The real indexer, in larger steps: it has the machine to itself here.
    private static final Map<String, String> SETTINGS =
            Map.of("PARLEY_SEARCH_SWEEP_INTERVAL", "1s", "PARLEY_SEARCH_BATCH_MAX_ENTRIES", "2000");

    @Override
    public String id() {
        return "SEARCH";
    }

    @Override
    public String title() {
        return "Search";
    }

    @Override
    public Result run(Lab lab) throws Exception {
        int messages = lab.scale().pick(1_000_000, 100_000, 2_000);
        GoldenTexts texts = new GoldenTexts();
        GoldenOracle oracle = new GoldenOracle();
        GoldenRooms rooms = new GoldenRooms(ROOMS, READABLE, Seed::room, Seed.user(0));
        try (Parley parley = Parley.start(lab, "search", SETTINGS);
                Connection db = parley.schema().connect()) {
            Seed.users(db, 2);
            // The reader is user 1, in the first rooms; user 0 is in all of them.
            Seed.rooms(db, ROOMS, 1, (room, member) -> 0);
            db.createStatement()
                    .executeUpdate("INSERT INTO room_members (room_id, user_id, role, joined_at) SELECT room_id, "
                            + Seed.user(1) + ", 'member', joined_at FROM room_members WHERE room_id < "
                            + Seed.room(READABLE));
            rooms.fill(db, texts, oracle, messages, 0);
            double indexed = SearchIndex.awaitAll(db);
            List<String> queries = GoldenQueries.all(texts, messages);
            GoldenRun run = new GoldenRun(new Client(parley, rooms)::search, oracle).ask(queries);
            return report(messages, indexed, queries.size(), run);
        }
    }

    private record Client(Parley parley, GoldenRooms rooms, HttpClient http, String token) {
        Client(Parley parley, GoldenRooms rooms) {
            this(parley, rooms, HttpClient.newHttpClient(), parley.token(1));
        }

        GoldenRun.Answer search(String query, @Nullable String cursor, int limit) throws Exception {
            String address = "http://127.0.0.1:" + parley.port() + "/api/search?limit=" + limit + "&q="
                    + URLEncoder.encode(query, StandardCharsets.UTF_8) + (cursor == null ? "" : "&cursor=" + cursor);
            var request = HttpRequest.newBuilder(URI.create(address))
                    .header("Authorization", "Bearer " + token)
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(query + ": " + answer.body());
            }
            JsonNode page = JSON.readTree(answer.body());
            List<Integer> messages = new ArrayList<>();
            page.get("items").forEach(item -> {
                JsonNode message = item.get("message");
                int room = (int) (message.get("roomId").asLong() - Seed.room(0));
                messages.add(rooms.message(room, message.get("seq").asLong(), 0));
            });
            return new GoldenRun.Answer(
                    messages, page.hasNonNull("next") ? page.get("next").asText() : null);
        }
    }

    private Result report(int messages, double indexed, int queries, GoldenRun run) {
        Table table = new Table("a page of 50 after", "p50", "p90", "p95", "p99", "longest")
                .row("ms", run.millis(50), run.millis(90), run.millis(95), run.millis(99), run.millis(100));
        String setting = """
                %,d messages in eight scripts in %d rooms, of which the reader is in %d; %d questions over REST, one after the \
                other, each asked for the first time. Words, parts of words, single characters, phrases, e-mail addresses and words with dashes. Of each the \
                newest %d messages must be those that a look through all texts finds, in their order: %,d in all. Recall %.4f, precision %.4f. \
                The indexer was through %.0f s after the last message was stored.""".formatted(
                        messages,
                        ROOMS,
                        READABLE,
                        queries,
                        GoldenRun.COMPARED,
                        run.expected(),
                        run.recall(),
                        run.precision(),
                        indexed);
        return new Result(
                id(),
                title(),
                setting,
                List.of(table),
                List.of(Goal.atMost("p95 of a page", 1_000, 250.0, run.millis(95), "ms")),
                run.violations(),
                null);
    }
}
