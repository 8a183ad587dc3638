package chat.parley.audit;

import java.nio.file.Path;
import java.util.List;

/** The program behind {@code ./parley audit}. */
public final class Audit {
    private static final Path FOLDER = Path.of("target/audit");

    private Audit() {}

    public static void main(String... arguments) throws Exception {
        if (List.of(arguments).contains("--help")) {
            System.out.print(AuditOptions.HELP);
            return;
        }
        AuditOptions options;
        try {
            options = AuditOptions.parse(arguments);
        } catch (AuditOptions.Misuse e) {
            System.err.println("audit: " + e.getMessage() + "; ./parley audit --help tells more");
            System.exit(2);
            return;
        }
        System.exit(run(options) ? 0 : 1);
    }

    private static boolean run(AuditOptions options) throws Exception {
        progress("starting, seed " + options.seed());
        try (Deployment deployment = Deployment.start(FOLDER, options.nodes())) {
            AuditReport report = new AuditRun(options, deployment, deployment.addresses(), Audit::progress).run();
            System.out.print(report.text());
            return report.passed();
        }
    }

    private static void progress(String line) {
        System.err.println("audit: " + line);
    }
}
