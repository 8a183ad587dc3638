package chat.parley.bench;

import chat.parley.bench.golden.SearchScenario;
import chat.parley.bench.lab.Lab;
import chat.parley.bench.report.Machine;
import chat.parley.bench.report.Report;
import chat.parley.bench.report.Result;
import chat.parley.bench.scenario.BootScenario;
import chat.parley.bench.scenario.DurableSendScenario;
import chat.parley.bench.scenario.FanOutScenario;
import chat.parley.bench.scenario.IdleScenario;
import chat.parley.bench.scenario.ManyRoomsScenario;
import chat.parley.bench.scenario.ReconnectScenario;
import chat.parley.bench.scenario.Scenario;
import chat.parley.bench.scenario.SlowClientScenario;
import java.util.ArrayList;
import java.util.List;

/** Runs benchmarks; {@code ./parley bench} starts it on the core of the load. */
public final class Bench {
    private static final List<Scenario> ALL = List.of(
            new FanOutScenario(),
            new ManyRoomsScenario(),
            new IdleScenario(),
            new DurableSendScenario(),
            new ReconnectScenario(),
            new BootScenario(),
            new SlowClientScenario(),
            new SearchScenario());

    private final Scale scale;
    private final boolean write;

    private Bench(Scale scale, boolean write) {
        this.scale = scale;
        this.write = write;
    }

    public static void main(String... args) throws Exception {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        Scale scale = Scale.FULL;
        boolean write = false;
        List<String> names = new ArrayList<>();
        for (String arg : args) {
            switch (arg) {
                case "--quick" -> scale = Scale.QUICK;
                case "--smoke" -> scale = Scale.SMOKE;
                case "--write" -> write = true;
                case "--help", "-h" -> {
                    usage();
                    return;
                }
                default -> names.add(arg.toUpperCase(java.util.Locale.ROOT));
            }
        }
        List<Scenario> chosen = ALL.stream()
                .filter(scenario -> names.isEmpty() || names.contains(scenario.id()))
                .toList();
        if (chosen.isEmpty() || write && scale != Scale.FULL) {
            usage();
            System.exit(2);
        }
        System.exit(new Bench(scale, write).run(chosen) ? 0 : 1);
    }

    private static void usage() {
        System.out.println("Usage: ./parley bench [NAME...] [--quick | --smoke] [--write]\n");
        ALL.forEach(scenario -> System.out.printf("  %s  %s%n", scenario.id(), scenario.title()));
        System.out.println("""

                  --quick  smaller numbers, for a first look
                  --smoke  tiny numbers: only whether it runs and nothing is lost
                  --write  put the results of a full run into docs/benchmarks.md

                Needs Linux on x86-64 and two cores: what is measured runs on the first, the load on the second.
                Ends with 1 when the oracle objects; goals that are missed are reported and end with 0.""");
    }

    /** Whether every oracle was content. */
    private boolean run(List<Scenario> scenarios) throws Exception {
        boolean content = true;
        try (Lab lab = Lab.open(scale)) {
            String machine = Machine.describe(lab.database().version()).text();
            for (Scenario scenario : scenarios) {
                System.out.printf("%n## %s %s%n%n", scenario.id(), scenario.title());
                String before = Machine.loadAverage();
                Result found = scenario.run(lab);
                Result result = scale.judges() ? found : found.unjudged();
                String run = "Taken on: %s. Load average during this benchmark: %s to %s.%s"
                        .formatted(machine, before, Machine.loadAverage(), remark());
                System.out.println(Report.markdown(result, run));
                content &= result.holds();
                if (write) {
                    Report.write(result, run);
                }
            }
        }
        return content;
    }

    private String remark() {
        return switch (scale) {
            case FULL -> "";
            case QUICK -> " A quick run: smaller numbers, not for publishing.";
            case SMOKE -> " A smoke run: too small to judge anything.";
        };
    }
}
