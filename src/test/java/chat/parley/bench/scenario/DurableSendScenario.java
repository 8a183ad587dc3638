package chat.parley.bench.scenario;

import chat.parley.bench.Scale;
import chat.parley.bench.lab.Child;
import chat.parley.bench.lab.Database;
import chat.parley.bench.lab.Lab;
import chat.parley.bench.lab.Ledger;
import chat.parley.bench.lab.Parley;
import chat.parley.bench.lab.Pause;
import chat.parley.bench.lab.Proc;
import chat.parley.bench.lab.SearchIndex;
import chat.parley.bench.lab.Seed;
import chat.parley.bench.lab.Servers;
import chat.parley.bench.load.Generator;
import chat.parley.bench.load.Generator.Pace;
import chat.parley.bench.load.Tally;
import chat.parley.bench.report.Goal;
import chat.parley.bench.report.Median;
import chat.parley.bench.report.Plot;
import chat.parley.bench.report.Result;
import chat.parley.bench.report.Table;
import chat.parley.bench.rival.NaiveTwin;
import chat.parley.bench.scenario.Audience.Window;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Many senders at once, each message acknowledged after its commit, next to one INSERT per message. */
public final class DurableSendScenario implements Scenario {
    private static final int SENDERS = 64;
    private static final int WINDOW = 16;
    private static final double IDLE_PER_SECOND = 20;
    private static final double WARM_UP_PER_SECOND = 300;
    private static final int PATIENCE_SECONDS = 60;

    @Override
    public String id() {
        return "B4";
    }

    @Override
    public String title() {
        return "Durable sending";
    }

    @Override
    public Result run(Lab lab) throws Exception {
        Database.Schema twinSchema = lab.database().schema("b4twin");
        try (Parley parley = Parley.start(lab, "b4", Map.of());
                Child twin = Servers.rival(NaiveTwin.class, environment(twinSchema))) {
            try (var db = parley.schema().connect()) {
                Seed.users(db, SENDERS);
                Seed.rooms(db, SENDERS, 1, (room, member) -> room);
            }
            copyTable(parley.schema(), twinSchema);
            long mysqld = lab.database().pid();
            Audience ours = new Audience("Parley", lab.generator(), parley::cpuMicros, true);
            ours.join(SENDERS, 1, Seed::room, parley.port(), parley::openFrame);
            Audience naive = new Audience(
                    "naive twin", lab.generator(), () -> Proc.cpuMicros(twin.pid()) + Proc.cpuMicros(mysqld), true);
            naive.join(SENDERS, 1, Seed::room, twin.port(), DurableSendScenario::helloTwin);
            try (Ledger ledger = Ledger.open(parley.schema(), ours.tally());
                    Ledger twinLedger = Ledger.open(twinSchema, naive.tally())) {
                Idle idle = idle(lab, ours, naive, parley.schema());
                return compare(lab, ours, naive, idle, ledger, twinLedger);
            }
        }
    }

    private static Map<String, String> environment(Database.Schema schema) {
        return Map.of(
                "TWIN_DB_URL", schema.url(), "TWIN_DB_USER", schema.user(), "TWIN_DB_PASSWORD", schema.password());
    }

    private static String helloTwin(int sender) {
        return "{\"id\":1,\"route\":\"session.open\",\"body\":{\"user\":\"" + Seed.user(sender) + "\"}}";
    }

    private static void copyTable(Database.Schema from, Database.Schema to) throws java.sql.SQLException {
        String original = from.url().replaceFirst(".*/([^?]*)\\?.*", "$1");
        try (var db = to.connect();
                var statement = db.createStatement()) {
            statement.execute("CREATE TABLE messages LIKE " + original + ".messages");
        }
    }

    private Result compare(Lab lab, Audience ours, Audience naive, Idle idle, Ledger ledger, Ledger twinLedger) {
        Scale scale = lab.scale();
        for (Audience audience : List.of(naive, ours)) {
            scale.warmUp(() -> saturate(lab.generator(), audience, scale.warmUpSeconds() / 2));
        }
        List<Flood> mine = new ArrayList<>();
        List<Flood> twins = new ArrayList<>();
        for (int i = 0; i < scale.rounds(); i++) {
            twins.add(saturate(lab.generator(), naive, scale.windowSeconds()));
            mine.add(saturate(lab.generator(), ours, scale.windowSeconds()));
        }
        double half = Median.over(mine.size(), i -> mine.get(i).perSecond()) / 2;
        Window halfLoad = ours.measure(Pace.perSecond(half, scale.windowSeconds() * 2), 1);
        List<String> violations = new ArrayList<>(ours.violations());
        violations.addAll(naive.violations());
        violations.addAll(ledger.verdict(ours.written()));
        violations.addAll(twinLedger.verdict(naive.written()));
        return report(mine, twins, half, halfLoad, idle, violations);
    }

    /** What happened while one member of one room sent now and then, and the server had nothing else to do. */
    private record Idle(List<Window> mine, List<Window> twins) {
        static double p50(List<Window> windows) {
            return Median.over(windows.size(), i -> millis(windows.get(i), 50));
        }
    }

    /**
     * The twin does the least that stores a message durably: one statement that commits itself. So what it takes is what
     * this database takes. It all comes first: behind a flood the search takes in for minutes what was sent.
     */
    private static Idle idle(Lab lab, Audience ours, Audience naive, Database.Schema schema) throws Exception {
        Scale scale = lab.scale();
        for (Audience audience : List.of(naive, ours)) {
            audience.measure(Pace.perSecond(WARM_UP_PER_SECOND, scale.warmUpSeconds() * 2), 1);
        }
        try (Connection db = schema.connect()) {
            SearchIndex.awaitAll(db);
        }
        Audience one = ours.only(1);
        Audience oneTwin = naive.only(1);
        Pace pace = Pace.perSecond(IDLE_PER_SECOND, scale.windowSeconds());
        List<Window> mine = new ArrayList<>();
        List<Window> twins = new ArrayList<>();
        for (int i = 0; i < scale.rounds(); i++) {
            twins.add(oneTwin.measure(pace, 1));
            mine.add(one.measure(pace, 1));
        }
        return new Idle(mine, twins);
    }

    /** What happened while all senders went as fast as they could. */
    private record Flood(double seconds, long cpuMicros, long acknowledged, double generatorShare, Histogram latency) {
        double perMessage() {
            return (double) cpuMicros / acknowledged;
        }

        double perSecond() {
            return acknowledged / seconds;
        }
    }

    private static Flood saturate(Generator generator, Audience audience, double seconds) {
        ClosedLoop loop = new ClosedLoop(generator, audience, WINDOW);
        Tally tally = audience.tally();
        loop.start();
        Pause.seconds(seconds / 10);
        generator.call(tally::takeLatencies);
        long cpu = audience.cpuMicros();
        long own = Proc.cpuMicros(ProcessHandle.current().pid());
        long acknowledged = generator.call(tally::acknowledged);
        long start = System.nanoTime();
        Pause.seconds(seconds);
        // A short window on a busy machine may see nothing at all, which is no cost per message.
        generator.await(() -> tally.acknowledged() > acknowledged, PATIENCE_SECONDS);
        long got = generator.call(tally::acknowledged) - acknowledged;
        long spent = audience.cpuMicros() - cpu;
        double took = (System.nanoTime() - start) / 1e9;
        double share = (Proc.cpuMicros(ProcessHandle.current().pid()) - own) / 1e6 / took;
        Histogram latency = generator.call(tally::takeLatencies).acknowledgement();
        loop.stop();
        return new Flood(took, spent, got, share, latency);
    }

    private Result report(
            List<Flood> mine, List<Flood> twins, double half, Window halfLoad, Idle idle, List<String> violations) {
        int rounds = mine.size();
        Table table = new Table(
                "server",
                "CPU per message",
                "messages/s on one core",
                "acknowledged after, p50",
                "p99",
                "core of the load generator");
        table.row(row("naive twin", twins)).row(row("Parley", mine));
        Table more = new Table("less to do", "acknowledged after, p50", "p99", "core in use");
        more.row(otherwise(
                "Parley, %,.0f messages/s, half of the above (aim: p99 of 25 ms)".formatted(half), List.of(halfLoad)));
        String alone = ", one sender alone, %.0f messages/s".formatted(IDLE_PER_SECOND);
        more.row(otherwise("naive twin" + alone, idle.twins()));
        more.row(otherwise("Parley" + alone, idle.mine()));
        double times =
                Median.over(rounds, i -> twins.get(i).perMessage() / mine.get(i).perMessage());
        return new Result(
                id(),
                title(),
                "%d senders in a room each, %d messages unanswered at a time, server and database on one core."
                        .formatted(SENDERS, WINDOW),
                List.of(table, more),
                List.of(
                        Goal.atLeast("messages per CPU-second, against the naive twin", 2.5, 4.0, times, "times"),
                        Goal.atMost("one idle sender, p50", 3, null, Idle.p50(idle.mine()), "ms")),
                violations,
                new Plot("B4: CPU per acknowledged message, database included", "µs")
                        .bar("naive twin", Median.over(rounds, i -> twins.get(i).perMessage()), false)
                        .bar("Parley", Median.over(rounds, i -> mine.get(i).perMessage()), true));
    }

    private static Object[] otherwise(String name, List<Window> windows) {
        return new Object[] {
            name,
            Goal.number(Idle.p50(windows)) + " ms",
            Goal.number(Median.over(windows.size(), i -> millis(windows.get(i), 99))) + " ms",
            Goal.number(Median.over(windows.size(), i -> windows.get(i).busy() * 100)) + " %"
        };
    }

    private static Object[] row(String name, List<Flood> floods) {
        int rounds = floods.size();
        return new Object[] {
            name,
            Goal.number(Median.over(rounds, i -> floods.get(i).perMessage())) + " µs",
            Goal.number(Median.over(rounds, i -> floods.get(i).perSecond())),
            Goal.number(Median.over(rounds, i -> floods.get(i).latency().getValueAtPercentile(50) / 1e6)) + " ms",
            Goal.number(Median.over(rounds, i -> floods.get(i).latency().getValueAtPercentile(99) / 1e6)) + " ms",
            Goal.number(Median.over(rounds, i -> floods.get(i).generatorShare() * 100)) + " %"
        };
    }

    private static double millis(Window window, double percentile) {
        return window.acknowledgement().getValueAtPercentile(percentile) / 1e6;
    }
}
