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

/** Many rooms of usual size: how late messages arrive when server and database share one core. */
public final class ManyRoomsScenario implements Scenario {
    private static final double ENOUGH_LEFT = 0.36;

    @Override
    public String id() {
        return "B2";
    }

    @Override
    public String title() {
        return "Many rooms";
    }

    @Override
    public Result run(Lab lab) throws Exception {
        int rooms = lab.scale().pick(200, 200, 10);
        int members = lab.scale().pick(20, 20, 5);
        try (Parley parley = Parley.start(lab, "b2", Map.of());
                Child floor = Servers.rival(FloorServer.class, Map.of())) {
            try (var db = parley.schema().connect()) {
                Seed.users(db, rooms * members);
                Seed.rooms(db, rooms, members, (room, member) -> room * members + member);
            }
            Audience ours = new Audience("Parley", lab.generator(), parley::cpuMicros, true);
            ours.join(rooms, members, Seed::room, parley.port(), parley::openFrame);
            Audience theFloor = new Audience("Netty floor", lab.generator(), () -> Proc.cpuMicros(floor.pid()), false);
            theFloor.join(rooms, members, Seed::room, floor.port(), i -> FloorServer.hello(Seed.room(i / members)));
            try (Ledger ledger = Ledger.open(parley.schema(), ours.tally())) {
                return measure(lab.scale(), ours, theFloor, ledger);
            }
        }
    }

    private Result measure(Scale scale, Audience ours, Audience floor, Ledger ledger) {
        double rate = scale.pick(1000, 1000, 50);
        for (Audience audience : List.of(floor, ours)) {
            scale.warmUp(() -> steady(audience, rate, scale.warmUpSeconds()));
        }
        List<Window> theFloors = new ArrayList<>();
        List<Window> mine = new ArrayList<>();
        for (int i = 0; i < scale.rounds(); i++) {
            theFloors.add(steady(floor, rate, scale.windowSeconds()));
            mine.add(steady(ours, rate, scale.windowSeconds()));
        }
        Table table = new Table(
                "messages/s",
                "delivered after, p50",
                "p99",
                "p99.9",
                "core in use",
                "CPU per delivery",
                "core of the load generator");
        row(table, "Netty floor, %,.0f".formatted(rate), theFloors);
        row(table, "Parley, %,.0f".formatted(rate), mine);
        double busy = Median.over(mine.size(), i -> mine.get(i).busy());
        String remark = "";
        if (busy < ENOUGH_LEFT) {
            List<Window> more = new ArrayList<>();
            for (int i = 0; i < scale.rounds(); i++) {
                more.add(steady(ours, rate * 2.5, scale.windowSeconds()));
            }
            row(table, "Parley, %,.0f".formatted(rate * 2.5), more);
        } else {
            remark = " %,.0f messages a second were not tried: %.0f %% of the core are in use at %,.0f."
                    .formatted(rate * 2.5, busy * 100, rate);
        }
        List<String> violations = new ArrayList<>(ours.violations());
        violations.addAll(floor.violations());
        violations.addAll(ledger.verdict(ours.written()));
        return report(ours, rate, table, mine, remark, violations);
    }

    private static Window steady(Audience audience, double rate, double seconds) {
        return audience.measure(Pace.perSecond(rate, seconds), 1);
    }

    private Result report(
            Audience ours, double rate, Table table, List<Window> mine, String remark, List<String> violations) {
        double p99 = Median.over(mine.size(), i -> millis(mine.get(i), 99));
        double worst =
                mine.stream().mapToDouble(window -> millis(window, 99)).max().orElseThrow();
        Plot plot = new Plot("B2: delivered after, %,.0f messages/s".formatted(rate), "ms");
        for (double percentile : List.of(50.0, 90.0, 99.0, 99.9)) {
            plot.bar("p" + percentile, Median.over(mine.size(), i -> millis(mine.get(i), percentile)), true);
        }
        int members = ours.clients().size() / ours.rooms().size();
        return new Result(
                id(),
                title(),
                "%d rooms of %d, everybody connected, %,.0f messages and %,.0f deliveries a second; server and database on one core. Worst round: p99 %s ms.%s"
                        .formatted(ours.rooms().size(), members, rate, rate * members, Goal.number(worst), remark),
                List.of(table),
                List.of(Goal.atMost("delivery, p99 at %,.0f messages/s".formatted(rate), 50, null, p99, "ms")),
                violations,
                plot);
    }

    private static void row(Table table, String name, List<Window> windows) {
        int rounds = windows.size();
        table.row(
                name,
                Goal.number(Median.over(rounds, i -> millis(windows.get(i), 50))) + " ms",
                Goal.number(Median.over(rounds, i -> millis(windows.get(i), 99))) + " ms",
                Goal.number(Median.over(rounds, i -> millis(windows.get(i), 99.9))) + " ms",
                Goal.number(Median.over(rounds, i -> windows.get(i).busy() * 100)) + " %",
                Goal.number(Median.over(rounds, i -> windows.get(i).perDelivery())) + " µs",
                Goal.number(Median.over(rounds, i -> windows.get(i).generatorShare() * 100)) + " %");
    }

    private static double millis(Window window, double percentile) {
        return window.delivery().getValueAtPercentile(percentile) / 1e6;
    }
}
