package chat.parley.bench.scenario;

import chat.parley.bench.Scale;
import chat.parley.bench.lab.Child;
import chat.parley.bench.lab.Lab;
import chat.parley.bench.lab.Ledger;
import chat.parley.bench.lab.Parley;
import chat.parley.bench.lab.Proc;
import chat.parley.bench.lab.Seed;
import chat.parley.bench.lab.Servers;
import chat.parley.bench.load.Generator.Pace;
import chat.parley.bench.report.Goal;
import chat.parley.bench.report.Median;
import chat.parley.bench.report.Plot;
import chat.parley.bench.report.Result;
import chat.parley.bench.report.Table;
import chat.parley.bench.rival.FloorServer;
import chat.parley.bench.scenario.Audience.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One big room: what a delivery costs, next to servers that do nothing else and store nothing. */
public final class FanOutScenario implements Scenario {
    private static final double SINGLE_PER_SECOND = 30;
    private static final double BURSTS_PER_SECOND = 10;
    private static final int BURST = 8;

    @Override
    public String id() {
        return "B1";
    }

    @Override
    public String title() {
        return "Fan-out in one big room";
    }

    private record Round(Window single, Window burst) {}

    @Override
    public Result run(Lab lab) throws Exception {
        int members = lab.scale().pick(1000, 1000, 50);
        try (Parley parley = Parley.start(lab, "b1", Map.of());
                Child floor = Servers.rival(FloorServer.class, Map.of());
                Child bare = Servers.minimalQuarkus(lab.scale().judges())) {
            try (var db = parley.schema().connect()) {
                Seed.users(db, members);
                Seed.rooms(db, 1, members, (room, member) -> member);
            }
            Audience ours = new Audience("Parley", lab.generator(), parley::cpuMicros, true);
            ours.join(1, members, Seed::room, parley.port(), parley::openFrame);
            Audience theFloor = new Audience("Netty floor", lab.generator(), () -> Proc.cpuMicros(floor.pid()), false);
            theFloor.join(1, members, Seed::room, floor.port(), i -> FloorServer.hello(Seed.room(0)));
            Audience theBare =
                    new Audience("WebSockets Next", lab.generator(), () -> Proc.cpuMicros(bare.pid()), false);
            theBare.join(1, members, Seed::room, bare.port(), null);
            try (Ledger ledger = Ledger.open(parley.schema(), ours.tally())) {
                return compare(lab.scale(), members, ours, theFloor, theBare, ledger);
            }
        }
    }

    private Result compare(Scale scale, int members, Audience ours, Audience floor, Audience bare, Ledger ledger) {
        List<Audience> all = List.of(floor, bare, ours);
        all.forEach(audience -> scale.warmUp(() -> measure(audience, scale.warmUpSeconds() / 2)));
        List<List<Round>> rounds = new ArrayList<>();
        for (int i = 0; i < scale.rounds(); i++) {
            rounds.add(all.stream()
                    .map(audience -> measure(audience, scale.windowSeconds()))
                    .toList());
        }
        List<String> violations = new ArrayList<>();
        all.forEach(audience -> violations.addAll(audience.violations()));
        violations.addAll(ledger.verdict(ours.written()));
        return report(members, rounds, violations);
    }

    private static Round measure(Audience audience, double seconds) {
        Window single = audience.measure(Pace.perSecond(SINGLE_PER_SECOND, seconds), 1);
        Window burst = audience.measure(Pace.perSecond(BURSTS_PER_SECOND, seconds), BURST);
        return new Round(single, burst);
    }

    private Result report(int members, List<List<Round>> rounds, List<String> violations) {
        Table table = new Table(
                "server",
                "CPU per delivery",
                "in bursts of 8",
                "delivered after, p50",
                "p99",
                "core of the load generator");
        String[] names = {"Netty floor", "WebSockets Next", "Parley, stored first"};
        Plot plot = new Plot("B1: CPU per delivery, room of " + members, "µs");
        for (int who = 0; who < names.length; who++) {
            int index = who;
            double single =
                    Median.of(over(rounds, index, round -> round.single().perDelivery()));
            double burst = Median.of(over(rounds, index, round -> round.burst().perDelivery()));
            table.row(
                    names[who],
                    Goal.number(single) + " µs",
                    Goal.number(burst) + " µs",
                    millis(Median.of(
                            over(rounds, index, r -> r.single().delivery().getValueAtPercentile(50)))),
                    millis(Median.of(
                            over(rounds, index, r -> r.single().delivery().getValueAtPercentile(99)))),
                    percent(Median.of(over(rounds, index, r -> r.single().generatorShare()))));
            plot.bar(names[who], single, who == 2).bar(names[who] + ", bursts", burst, who == 2);
        }
        return new Result(
                id(),
                title(),
                "One room of %,d members, each connected; messages of 128 characters, %.0f a second, and %.0f bursts of %d a second."
                        .formatted(members, SINGLE_PER_SECOND, BURSTS_PER_SECOND, BURST),
                List.of(table),
                goals(rounds),
                violations,
                plot);
    }

    private static List<Goal> goals(List<List<Round>> rounds) {
        double ofFloor = Median.of(rounds.stream()
                .map(r -> r.get(0).single().perDelivery() / r.get(2).single().perDelivery())
                .toList());
        double timesBare = Median.of(rounds.stream()
                .map(r -> r.get(1).single().perDelivery() / r.get(2).single().perDelivery())
                .toList());
        double timesSingle = Median.of(
                over(rounds, 2, r -> r.single().perDelivery() / r.burst().perDelivery()));
        return List.of(
                Goal.atLeast("deliveries per CPU-second, as a share of the Netty floor", 0.75, 0.88, ofFloor, ""),
                Goal.atLeast("deliveries per CPU-second, against WebSockets Next", 1.4, null, timesBare, "times"),
                Goal.atLeast(
                        "deliveries per CPU-second in bursts of 8, against own single messages",
                        4,
                        null,
                        timesSingle,
                        "times"));
    }

    private interface Figure {
        double of(Round round);
    }

    private static List<Double> over(List<List<Round>> rounds, int who, Figure figure) {
        return rounds.stream().map(round -> figure.of(round.get(who))).toList();
    }

    private static String millis(double nanos) {
        return Goal.number(nanos / 1e6) + " ms";
    }

    private static String percent(double share) {
        return Goal.number(share * 100) + " %";
    }
}
