package chat.parley.bench.scenario;

import chat.parley.bench.lab.Lab;
import chat.parley.bench.lab.Ledger;
import chat.parley.bench.lab.Parley;
import chat.parley.bench.lab.Pause;
import chat.parley.bench.lab.QueryLog;
import chat.parley.bench.lab.SearchIndex;
import chat.parley.bench.lab.Seed;
import chat.parley.bench.load.ChatClient;
import chat.parley.bench.load.Generator.Pace;
import chat.parley.bench.load.Room;
import chat.parley.bench.load.Tally;
import chat.parley.bench.report.Goal;
import chat.parley.bench.report.Median;
import chat.parley.bench.report.Result;
import chat.parley.bench.report.Table;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/** Everybody is cut off, misses something, and comes back at once. */
public final class ReconnectScenario implements Scenario {
    private static final int MEMBERS = 20;
    private static final int MISSED = 20;
    private static final int PATIENCE_SECONDS = 120;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String id() {
        return "B7";
    }

    @Override
    public String title() {
        return "Reconnect storm";
    }

    /** How one storm went. */
    private record Storm(
            double seconds, double p50, double p99, double cpuSeconds, long queries, List<String> violations) {}

    /** All that takes part. Member 20 of each room stays connected and writes; 0 to 19 are cut. */
    private record Stage(
            Lab lab, Parley parley, Audience writers, Tally tally, List<ChatClient> cut, List<String> hellos) {}

    @Override
    public Result run(Lab lab) throws Exception {
        int rooms = lab.scale().pick(250, 250, 5);
        int all = MEMBERS + 1;
        try (Parley parley = Parley.start(lab, "b7", Map.of())) {
            try (var db = parley.schema().connect()) {
                Seed.users(db, rooms * all);
                Seed.rooms(db, rooms, all, (room, member) -> room * all + member);
            }
            Audience writers = new Audience("writers", lab.generator(), parley::cpuMicros, true);
            writers.join(rooms, 1, Seed::room, parley.port(), i -> parley.openFrame(i * all + MEMBERS));
            Stage stage = stage(lab, parley, writers);
            try (Ledger ledger = Ledger.open(parley.schema(), writers.tally())) {
                List<String> missing = new ArrayList<>();
                writeToAll(stage, missing);
                if (!missing.isEmpty()) {
                    throw new IllegalStateException(missing.getFirst());
                }
                List<Storm> first = new ArrayList<>();
                for (int i = 0; i < lab.scale().pick(6, 4, 1); i++) {
                    first.add(storm(stage, false));
                }
                List<Storm> storms = new ArrayList<>();
                for (int i = 0; i < lab.scale().pick(3, 2, 1); i++) {
                    storms.add(storm(stage, false));
                }
                Storm counted = storm(stage, true);
                return report(stage, first, storms, counted, ledger);
            }
        }
    }

    private static Stage stage(Lab lab, Parley parley, Audience writers) {
        Tally tally = new Tally();
        List<ChatClient> cut = new ArrayList<>();
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < writers.rooms().size() * MEMBERS; i++) {
            int room = i / MEMBERS;
            cut.add(new ChatClient(tally, writers.rooms().get(room)));
            tokens.add(parley.token(room * (MEMBERS + 1) + i % MEMBERS));
        }
        Stage stage = new Stage(lab, parley, writers, tally, cut, tokens);
        lab.generator().each(cut.size(), 100, i -> cut.get(i).open(lab.generator(), parley.port(), hello(stage, i)));
        return stage;
    }

    // What the client knows is what it has seen.
    private static String hello(Stage stage, int i) {
        ChatClient client = stage.cut.get(i);
        long room = Seed.room(i / MEMBERS);
        return Parley.openFrame(stage.hellos.get(i), "\"" + room + "\":{\"rev\":" + client.lastRev() + "}");
    }

    /** So many messages into every room, from the member that stays. */
    private static void write(Stage stage, int each) {
        stage.lab.generator().call(() -> {
            stage.writers.rooms().forEach(room -> stage.writers.sendFromFirst(room, each));
            return null;
        });
        stage.writers.drain();
    }

    /** One more message a room, which everybody gets as a push. */
    private static void writeToAll(Stage stage, List<String> violations) {
        write(stage, 1);
        boolean all = stage.lab
                .generator()
                .await(
                        () -> stage.cut.stream()
                                .allMatch(client -> client.room() != null
                                        && client.lastRev() == client.room().written()),
                        30);
        if (!all) {
            violations.add("the next message did not reach everybody");
        }
    }

    private static Storm storm(Stage stage, boolean count) throws Exception {
        stage.lab.generator().call(() -> {
            stage.cut.forEach(ChatClient::leaving);
            stage.cut.forEach(client -> client.wire().cut());
            return null;
        });
        Pause.seconds(1);
        write(stage, MISSED);
        QueryLog queries = new QueryLog(stage.lab.database());
        if (count) {
            // Its indexer reads what was written, whoever returns.
            try (Connection db = stage.parley.schema().connect()) {
                SearchIndex.awaitAll(db);
            }
            queries.on();
        }
        long cpu = stage.parley.cpuMicros();
        List<CompletableFuture<byte[]>> answers = new ArrayList<>();
        Histogram latencies = new Histogram(3);
        long[] last = new long[1];
        long start = System.nanoTime();
        stage.lab.generator().openLoop(Pace.perSecond(stage.cut.size(), 1), (tick, planned) -> {
            if (tick < stage.cut.size()) {
                answers.add(comeBack(stage, (int) tick, planned, latencies, last));
            }
        });
        if (!stage.lab
                .generator()
                .await(() -> answers.stream().allMatch(CompletableFuture::isDone), PATIENCE_SECONDS)) {
            return new Storm(0, 0, 0, 0, 0, List.of("not everybody came back within " + PATIENCE_SECONDS + " s"));
        }
        double spent = (stage.parley.cpuMicros() - cpu) / 1e6;
        long asked = count ? queries.off("messages") : 0;
        List<String> violations = new ArrayList<>(check(stage, answers));
        writeToAll(stage, violations);
        return new Storm(
                (last[0] - start) / 1e9,
                latencies.getValueAtPercentile(50) / 1e9,
                latencies.getValueAtPercentile(99) / 1e9,
                spent,
                asked,
                violations);
    }

    private static CompletableFuture<byte[]> comeBack(
            Stage stage, int i, long planned, Histogram latencies, long[] last) {
        ChatClient client = stage.cut.get(i);
        Room room = stage.writers.rooms().get(i / MEMBERS);
        return client.open(stage.lab.generator(), stage.parley.port(), hello(stage, i))
                .thenApply(answer -> {
                    long now = System.nanoTime();
                    last[0] = Math.max(last[0], now);
                    latencies.recordValue(now - planned);
                    // What it must be; whether the answer has it all is checked afterwards, when time does not count.
                    client.seenUpTo(room.written());
                    return answer;
                });
    }

    private static List<String> check(Stage stage, List<CompletableFuture<byte[]>> answers) throws IOException {
        List<String> violations = new ArrayList<>();
        for (int i = 0; i < answers.size() && violations.size() < 20; i++) {
            if (answers.get(i).isCompletedExceptionally()) {
                violations.add("client " + i + " was refused: " + answers.get(i).exceptionNow());
                continue;
            }
            Room room = stage.writers.rooms().get(i / MEMBERS);
            JsonNode sync = JSON.readTree(answers.get(i).join())
                    .path("body")
                    .path("sync")
                    .path(Long.toString(room.id()));
            List<Long> got = new ArrayList<>();
            sync.path("messages").forEach(message -> got.add(message.path("rev").asLong()));
            List<Long> missed = new ArrayList<>();
            for (long rev = room.written() - MISSED + 1; rev <= room.written(); rev++) {
                missed.add(rev);
            }
            if (!got.equals(missed) || sync.path("rev").asLong() != room.written()) {
                violations.add("client " + i + " missed " + missed + " and got " + got);
            }
        }
        return violations;
    }

    private Result report(Stage stage, List<Storm> first, List<Storm> storms, Storm counted, Ledger ledger) {
        List<String> violations = new ArrayList<>();
        first.forEach(storm -> violations.addAll(storm.violations));
        storms.forEach(storm -> violations.addAll(storm.violations));
        violations.addAll(counted.violations);
        violations.addAll(stage.lab.generator().call(() -> List.copyOf(stage.tally.violations())));
        violations.addAll(stage.writers.violations());
        violations.addAll(ledger.verdict(stage.writers.written()));
        Table table = new Table("storm", "complete after", "a client back after, p50", "p99", "CPU, database included");
        first.forEach(storm -> row(table, "warming up", storm));
        storms.forEach(storm -> row(table, "counted", storm));
        int rooms = stage.writers.rooms().size();
        return new Result(
                id(),
                title(),
                "%,d clients in %d rooms of %d are cut, each misses %d messages, and all begin to return within one second; complete when the last one has its session and all it missed. Queries are counted from MySQL's own log in a storm of its own: %,d on `messages`."
                        .formatted(stage.cut.size(), rooms, MEMBERS, MISSED, counted.queries),
                List.of(table),
                List.of(
                        Goal.atMost(
                                "complete after", 8, 4.5, Median.over(storms.size(), i -> storms.get(i).seconds), "s"),
                        Goal.atMost("queries on messages per room", 1, null, (double) counted.queries / rooms, "")),
                violations,
                null);
    }

    private static void row(Table table, String name, Storm storm) {
        table.row(name, seconds(storm.seconds), seconds(storm.p50), seconds(storm.p99), seconds(storm.cpuSeconds));
    }

    private static String seconds(double seconds) {
        return Goal.number(seconds) + " s";
    }
}
