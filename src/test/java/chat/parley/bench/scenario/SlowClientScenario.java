package chat.parley.bench.scenario;

import chat.parley.bench.Scale;
import chat.parley.bench.lab.Jcmd;
import chat.parley.bench.lab.Lab;
import chat.parley.bench.lab.Ledger;
import chat.parley.bench.lab.Parley;
import chat.parley.bench.lab.Proc;
import chat.parley.bench.lab.Seed;
import chat.parley.bench.load.ChatClient;
import chat.parley.bench.load.Generator.Pace;
import chat.parley.bench.load.Room;
import chat.parley.bench.load.Tally;
import chat.parley.bench.report.Goal;
import chat.parley.bench.report.Median;
import chat.parley.bench.report.Result;
import chat.parley.bench.report.Table;
import chat.parley.bench.scenario.Audience.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** One in a hundred stops reading in a busy room: what the others notice, and what it costs to keep. */
public final class SlowClientScenario implements Scenario {
    private static final double SINGLE_PER_SECOND = 30;
    private static final double BURSTS_PER_SECOND = 20;
    private static final int BURST = 8;
    /** Too much waits; or the heartbeat was not answered, since who does not read does not see it. Broken without a word. */
    private static final Set<Integer> SENT_AWAY = Set.of(4429, 4408, -1);

    @Override
    public String id() {
        return "B9";
    }

    @Override
    public String title() {
        return "Slow clients";
    }

    private record Memory(long heap, long rss, long kernel) {
        static Memory of(Parley parley) {
            Jcmd.liveHeap(parley.pid());
            return new Memory(Jcmd.liveHeap(parley.pid()), Proc.rss(parley.pid()), Proc.kernelTcp());
        }
    }

    private record Stalled(Tally tally, Room room, List<ChatClient> clients) {}

    private record Round(Window calm, Window disturbed) {}

    @Override
    public Result run(Lab lab) throws Exception {
        int members = lab.scale().pick(1000, 1000, 50);
        int slow = Math.max(2, members / 100);
        try (Parley parley = Parley.start(lab, "b9", Map.of())) {
            try (var db = parley.schema().connect()) {
                Seed.users(db, members);
                Seed.rooms(db, 1, members, (room, member) -> member);
            }
            Audience others = new Audience("others", lab.generator(), parley::cpuMicros, true);
            others.join(1, members - slow, Seed::room, parley.port(), parley::openFrame);
            Stalled stalled = new Stalled(new Tally(), new Room(Seed.room(0)), new ArrayList<>());
            for (int i = 0; i < slow; i++) {
                stalled.clients.add(new ChatClient(stalled.tally, stalled.room));
            }
            connect(lab, parley, others, stalled);
            try (Ledger ledger = Ledger.open(parley.schema(), others.tally())) {
                return measure(lab, parley, others, stalled, ledger);
            }
        }
    }

    private Result measure(Lab lab, Parley parley, Audience others, Stalled stalled, Ledger ledger) {
        Scale scale = lab.scale();
        double half = scale.pick(30, 10, 1);
        scale.warmUp(() -> {
            bursts(others, scale.warmUpSeconds() / 2);
            single(others, scale.warmUpSeconds() / 2);
        });
        List<String> violations = new ArrayList<>();
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < scale.rounds(); i++) {
            Window calm = single(others, half / 2);
            reading(lab, stalled, false);
            Window disturbed = single(others, half / 2);
            rounds.add(new Round(calm, disturbed));
            reading(lab, stalled, true);
            settle(lab, others, stalled, violations);
            connect(lab, parley, others, stalled);
        }
        Memory before = Memory.of(parley);
        reading(lab, stalled, false);
        single(others, half);
        Memory early = Memory.of(parley);
        bursts(others, half);
        Memory late = Memory.of(parley);
        reading(lab, stalled, true);
        long sentAway = settle(lab, others, stalled, violations);
        connect(lab, parley, others, stalled);
        Memory after = Memory.of(parley);
        violations.addAll(others.violations());
        violations.addAll(lab.generator().call(() -> List.copyOf(stalled.tally.violations())));
        violations.addAll(ledger.verdict(others.written()));
        return report(rounds, List.of(before, early, late, after), stalled.clients.size(), half, sentAway, violations);
    }

    /** Those who are not there come, or come back while nobody writes, and have missed nothing that they still want. */
    private static void connect(Lab lab, Parley parley, Audience others, Stalled stalled) {
        List<ChatClient> away =
                stalled.clients.stream().filter(client -> !client.isConnected()).toList();
        int first = others.clients().size();
        lab.generator().each(away.size(), Math.max(1, away.size()), i -> {
            ChatClient client = away.get(i);
            client.seenUpTo(others.written());
            return client.open(
                    lab.generator(), parley.port(), parley.openFrame(first + stalled.clients.indexOf(client)));
        });
    }

    private static Window single(Audience audience, double seconds) {
        return audience.measure(Pace.perSecond(SINGLE_PER_SECOND, seconds), 1);
    }

    private static void bursts(Audience audience, double seconds) {
        audience.measure(Pace.perSecond(BURSTS_PER_SECOND, seconds), BURST);
    }

    private static void reading(Lab lab, Stalled stalled, boolean on) {
        lab.generator().call(() -> {
            stalled.clients.forEach(ChatClient::leaving);
            stalled.clients.forEach(client -> client.wire().reading(on));
            return null;
        });
    }

    /** They read on: either everything arrives, or they were sent away; nothing in between. */
    private static long settle(Lab lab, Audience others, Stalled stalled, List<String> violations) {
        lab.generator()
                .await(
                        () -> stalled.clients.stream()
                                .allMatch(c -> !c.isConnected() || c.lastRev() == others.written()),
                        30);
        return lab.generator().call(() -> {
            long away = 0;
            for (ChatClient client : stalled.clients) {
                if (!client.isConnected()) {
                    away++;
                    if (!SENT_AWAY.contains(client.closeCode())) {
                        violations.add("a slow client was closed with " + client.closeCode());
                    }
                } else if (client.lastRev() != others.written()) {
                    violations.add("a slow client stayed connected and has only " + client.lastRev() + " of "
                            + others.written());
                }
            }
            return away;
        });
    }

    private Result report(
            List<Round> rounds, List<Memory> memory, int slow, double half, long sentAway, List<String> violations) {
        Table table = new Table("the others", "delivered after, p50", "p99", "CPU per delivery");
        row(table, "everybody reads", rounds, Round::calm);
        row(table, slow + " do not read", rounds, Round::disturbed);
        Table memories = new Table("memory", "live heap", "RSS", "TCP buffers of the kernel, clients' included");
        String[] names = {
            "before",
            "after %.0f s of single messages".formatted(half),
            "and %.0f s of bursts".formatted(half),
            "everybody reads again"
        };
        for (int i = 0; i < names.length; i++) {
            memories.row(
                    names[i],
                    megabytes(memory.get(i).heap),
                    megabytes(memory.get(i).rss),
                    megabytes(memory.get(i).kernel));
        }
        double ratio = Median.of(rounds.stream()
                .map(round -> percentile(99, round.disturbed) / percentile(99, round.calm))
                .toList());
        // The heap is now and then some megabytes larger than what is alive needs; the least of both is the better
        // floor.
        long floor = Math.min(memory.getFirst().heap, memory.getLast().heap);
        double heap = Math.max(0, Math.max(memory.get(1).heap, memory.get(2).heap) - floor);
        return new Result(
                id(),
                title(),
                "The room of B1 with %.0f single messages a second. %d of its clients read or do not read in turn, %.0f s each, %d times. For the memory they do not read for %.0f s, first of single messages, then of %.0f bursts of %d a second; afterwards %d of them had been sent away, the others had everything."
                        .formatted(
                                SINGLE_PER_SECOND,
                                slow,
                                half / 2,
                                rounds.size(),
                                half * 2,
                                BURSTS_PER_SECOND,
                                BURST,
                                sentAway),
                List.of(table, memories),
                List.of(
                        Goal.atMost("p99 of the others, against everybody reading", 1.3, 1.1, ratio, "times"),
                        Goal.atMost("live heap per stalled connection, at most", 256, 64.0, heap / 1024 / slow, "kB")),
                violations,
                null);
    }

    private static void row(Table table, String name, List<Round> rounds, Function<Round, Window> which) {
        List<Window> windows = rounds.stream().map(which).toList();
        table.row(
                name,
                median(windows, window -> percentile(50, window)) + " ms",
                median(windows, window -> percentile(99, window)) + " ms",
                median(windows, Window::perDelivery) + " µs");
    }

    private static String median(List<Window> windows, Function<Window, Double> figure) {
        return Goal.number(Median.of(windows.stream().map(figure).toList()));
    }

    /** Of the deliveries, in milliseconds. */
    private static double percentile(double rank, Window window) {
        return window.delivery().getValueAtPercentile(rank) / 1e6;
    }

    private static String megabytes(long bytes) {
        return Goal.number(bytes / 1024.0 / 1024.0) + " MB";
    }
}
