package chat.parley.bench.scenario;

import chat.parley.bench.lab.Child;
import chat.parley.bench.lab.Lab;
import chat.parley.bench.lab.Parley;
import chat.parley.bench.lab.Proc;
import chat.parley.bench.lab.Servers;
import chat.parley.bench.report.Goal;
import chat.parley.bench.report.Median;
import chat.parley.bench.report.Plot;
import chat.parley.bench.report.Result;
import chat.parley.bench.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How long until it serves, and how big it is then, next to a framework that starts nothing. */
public final class BootScenario implements Scenario {
    @Override
    public String id() {
        return "B8";
    }

    @Override
    public String title() {
        return "Boot";
    }

    private record Boot(double seconds, double cpuSeconds, double rss, double anonymous) {
        static Boot of(long pid, double seconds) {
            return new Boot(
                    seconds,
                    Proc.cpuMicros(pid) / 1e6,
                    Proc.rss(pid) / 1024.0 / 1024.0,
                    Proc.anonymous(pid) / 1024.0 / 1024.0);
        }
    }

    @Override
    public Result run(Lab lab) {
        Boot first = fresh(lab);
        minimal(lab);
        List<Boot> ours = new ArrayList<>();
        List<Boot> plain = new ArrayList<>();
        List<Boot> cached = new ArrayList<>();
        for (int i = 0; i < lab.scale().pick(7, 3, 1); i++) {
            plain.add(plain());
            cached.add(minimal(lab));
            ours.add(again(lab));
        }
        Table table = new Table(
                "",
                "to ready",
                "Parley takes",
                "CPU until then",
                "Parley takes",
                "RSS at ready",
                "of it not backed by files");
        row(table, "minimal Quarkus as Quarkus builds it", plain, ours);
        row(table, "minimal Quarkus with Parley's packaging, options and class cache", cached, ours);
        row(table, "Parley", ours, ours);
        row(
                table,
                "Parley, the first start: creates its tables, and there is no class cache yet",
                List.of(first),
                ours);
        double rss = median(ours, Boot::rss);
        return new Result(
                id(),
                title(),
                "From the start of the process to the line that says it is ready, on one core, with a database that runs and has its tables; the class cache that the first stop writes is there.",
                List.of(table),
                List.of(
                        Goal.atMost(
                                "time to ready, against the minimal Quarkus application",
                                2.5,
                                null,
                                times(ours, plain, Boot::seconds),
                                "times"),
                        Goal.atMost(
                                "CPU until ready, against the minimal Quarkus application",
                                2.5,
                                null,
                                times(ours, plain, Boot::cpuSeconds),
                                "times"),
                        Goal.atMost("RSS at ready", 220, 160.0, rss, "MB")),
                List.of(),
                new Plot("B8: from start to ready, one core", "s")
                        .bar("minimal Quarkus as built", median(plain, Boot::seconds), false)
                        .bar("minimal Quarkus, cached", median(cached, Boot::seconds), false)
                        .bar("Parley", median(ours, Boot::seconds), true));
    }

    private static double median(List<Boot> boots, ToDoubleFunction<Boot> figure) {
        return Median.over(boots.size(), i -> figure.applyAsDouble(boots.get(i)));
    }

    /** The median of the rounds' ratios; of what was done once, against the median of the rounds. */
    private static double times(List<Boot> ours, List<Boot> theirs, ToDoubleFunction<Boot> figure) {
        return theirs.size() == ours.size()
                ? Median.over(ours.size(), i -> figure.applyAsDouble(ours.get(i)) / figure.applyAsDouble(theirs.get(i)))
                : median(ours, figure) / median(theirs, figure);
    }

    private static Boot fresh(Lab lab) {
        Servers.forgetCaches();
        try (Parley parley = Parley.start(lab, "b8", Map.of())) {
            return Boot.of(parley.pid(), parley.readyAfterSeconds());
        }
    }

    private static Boot again(Lab lab) {
        try (Parley parley = Parley.again(lab, "b8", Map.of())) {
            return Boot.of(parley.pid(), parley.readyAfterSeconds());
        }
    }

    private static Boot minimal(Lab lab) {
        try (Child minimal = Servers.minimalQuarkus(lab.scale().judges())) {
            return Boot.of(minimal.pid(), minimal.readyAfterSeconds());
        }
    }

    private static Boot plain() {
        try (Child minimal = Servers.plainQuarkus()) {
            return Boot.of(minimal.pid(), minimal.readyAfterSeconds());
        }
    }

    private static void row(Table table, String name, List<Boot> boots, List<Boot> ours) {
        table.row(
                name,
                Goal.number(median(boots, Boot::seconds)) + " s",
                Goal.number(times(ours, boots, Boot::seconds)) + " times",
                Goal.number(median(boots, Boot::cpuSeconds)) + " s",
                Goal.number(times(ours, boots, Boot::cpuSeconds)) + " times",
                Goal.number(median(boots, Boot::rss)) + " MB",
                Goal.number(median(boots, Boot::anonymous)) + " MB");
    }
}
