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
        List<Boot> theirs = new ArrayList<>();
        for (int i = 0; i < lab.scale().pick(7, 3, 1); i++) {
            theirs.add(minimal(lab));
            ours.add(again(lab));
        }
        Table table = new Table("", "to ready", "CPU until then", "RSS at ready", "of it not backed by files");
        row(table, "minimal Quarkus", theirs);
        row(table, "Parley", ours);
        row(table, "Parley, the first start: creates its tables, and there is no class cache yet", List.of(first));
        int rounds = ours.size();
        double times = Median.over(rounds, i -> ours.get(i).seconds / theirs.get(i).seconds);
        double cpuTimes = Median.over(rounds, i -> ours.get(i).cpuSeconds / theirs.get(i).cpuSeconds);
        double rss = Median.over(rounds, i -> ours.get(i).rss);
        double seconds = Median.over(rounds, i -> ours.get(i).seconds);
        return new Result(
                id(),
                title(),
                "From the start of the process to the line that says it is ready, on one core, with a database that runs and has its tables; the class cache that the first stop writes is there.",
                List.of(table),
                List.of(
                        Goal.atMost(
                                "time to ready, against the minimal Quarkus application", 2.5, null, times, "times"),
                        Goal.atMost(
                                "CPU until ready, against the minimal Quarkus application",
                                2.5,
                                null,
                                cpuTimes,
                                "times"),
                        Goal.atMost("RSS at ready", 220, 160.0, rss, "MB")),
                List.of(),
                new Plot("B8: from start to ready, one core", "s")
                        .bar("minimal Quarkus", Median.over(rounds, i -> theirs.get(i).seconds), false)
                        .bar("Parley", seconds, true));
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

    private static void row(Table table, String name, List<Boot> boots) {
        int rounds = boots.size();
        table.row(
                name,
                Goal.number(Median.over(rounds, i -> boots.get(i).seconds)) + " s",
                Goal.number(Median.over(rounds, i -> boots.get(i).cpuSeconds)) + " s",
                Goal.number(Median.over(rounds, i -> boots.get(i).rss)) + " MB",
                Goal.number(Median.over(rounds, i -> boots.get(i).anonymous)) + " MB");
    }
}
