package chat.parley.bench.scenario;

import chat.parley.bench.lab.Jcmd;
import chat.parley.bench.lab.Lab;
import chat.parley.bench.lab.Parley;
import chat.parley.bench.lab.Pause;
import chat.parley.bench.lab.Proc;
import chat.parley.bench.lab.Seed;
import chat.parley.bench.load.ChatClient;
import chat.parley.bench.load.Tally;
import chat.parley.bench.report.Goal;
import chat.parley.bench.report.Median;
import chat.parley.bench.report.Result;
import chat.parley.bench.report.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Many open sessions in which nothing happens: what each of them costs. */
public final class IdleScenario implements Scenario {
    private static final int ROOMS_EACH = 5;
    private static final int MEMBERS = 20;
    private static final int AT_ONCE = 100;

    @Override
    public String id() {
        return "B3";
    }

    @Override
    public String title() {
        return "Idle connections";
    }

    private record Memory(long heap, long rss) {
        static Memory of(Parley parley) {
            // Twice, as the first one frees what the second one finds out about.
            Jcmd.liveHeap(parley.pid());
            return new Memory(Jcmd.liveHeap(parley.pid()), Proc.rss(parley.pid()));
        }
    }

    @Override
    public Result run(Lab lab) throws Exception {
        int count = lab.scale().pick(10_000, 10_000, 200);
        int warmUp = count / 20;
        int seconds = lab.scale().pick(60, 20, 1);
        try (Parley parley = Parley.start(lab, "b3", Map.of())) {
            seed(parley, count + warmUp);
            Memory started = Memory.of(parley);
            Tally tally = new Tally();
            List<ChatClient> first = open(lab, parley, tally, count, warmUp);
            lab.generator().call(() -> {
                first.forEach(ChatClient::leaving);
                first.forEach(client -> client.wire().cut());
                return null;
            });
            Pause.millis(500);
            Memory before = Memory.of(parley);
            long start = System.nanoTime();
            List<ChatClient> clients = open(lab, parley, tally, 0, count);
            double opening = (System.nanoTime() - start) / 1e9;
            Memory after = Memory.of(parley);
            // What compiles the opening, and the heartbeat, is not what an idle connection costs.
            lab.scale().warmUp(() -> Pause.seconds(lab.scale().warmUpSeconds()));
            List<Double> idle = new ArrayList<>();
            for (int round = 0; round < lab.scale().rounds(); round++) {
                long cpu = parley.cpuMicros();
                Pause.seconds(seconds);
                idle.add((parley.cpuMicros() - cpu) / 1e4 / seconds);
            }
            List<String> violations = verdict(lab, tally, clients);
            return report(count, seconds, started, before, after, opening, idle, violations);
        }
    }

    // Room r has the twenty users from 4r on, so that everybody is in five rooms.
    private static void seed(Parley parley, int users) throws java.sql.SQLException {
        try (var db = parley.schema().connect()) {
            Seed.users(db, users);
            Seed.rooms(
                    db,
                    users * ROOMS_EACH / MEMBERS,
                    MEMBERS,
                    (room, member) -> (room * MEMBERS / ROOMS_EACH + member) % users);
        }
    }

    private static List<ChatClient> open(Lab lab, Parley parley, Tally tally, int from, int count) {
        List<ChatClient> clients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            clients.add(new ChatClient(tally, null));
        }
        lab.generator()
                .each(
                        count,
                        AT_ONCE,
                        i -> clients.get(i).open(lab.generator(), parley.port(), parley.openFrame(from + i)));
        return clients;
    }

    private static List<String> verdict(Lab lab, Tally tally, List<ChatClient> clients) {
        return lab.generator().call(() -> {
            List<String> violations = new ArrayList<>(tally.violations());
            long open =
                    clients.stream().filter(client -> client.wire().isOpen()).count();
            if (open != clients.size()) {
                violations.add("only " + open + " of " + clients.size() + " are still connected");
            }
            return violations;
        });
    }

    private Result report(
            int count,
            int seconds,
            Memory started,
            Memory before,
            Memory after,
            double opening,
            List<Double> idle,
            List<String> violations) {
        double heap = (after.heap - before.heap) / 1024.0 / count;
        double rss = (after.rss - before.rss) / 1024.0 / count;
        Table table = new Table("when, after a collection", "live heap", "RSS");
        table.row("started", megabytes(started.heap), megabytes(started.rss));
        table.row(
                "warmed up by %,d sessions, which are gone".formatted(count / 20),
                megabytes(before.heap),
                megabytes(before.rss));
        table.row("%,d sessions open".formatted(count), megabytes(after.heap), megabytes(after.rss));
        return new Result(
                id(),
                title(),
                "%,d open sessions of as many users in %d rooms each (%d members a room), nothing but heartbeats for %d times %d s, after a minute of them; the rounds took %s to %s %% of a core. Opening them took %.1f s, %d at a time."
                        .formatted(
                                count,
                                ROOMS_EACH,
                                MEMBERS,
                                idle.size(),
                                seconds,
                                Goal.number(Collections.min(idle)),
                                Goal.number(Collections.max(idle)),
                                opening,
                                AT_ONCE),
                List.of(table),
                List.of(
                        Goal.atMost("live heap per connection", 8, 4.0, heap, "kB"),
                        Goal.atMost("RSS per connection", 22, 13.0, rss, "kB"),
                        Goal.atMost("CPU while idle, database included", 3, null, Median.of(idle), "% of a core")),
                violations,
                null);
    }

    private static String megabytes(long bytes) {
        return Goal.number(bytes / 1024.0 / 1024.0) + " MB";
    }
}
