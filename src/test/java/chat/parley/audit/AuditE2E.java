package chat.parley.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The audit in short; {@code ./parley audit} is the long form. */
class AuditE2E {
    private static final Path FOLDER = Path.of("target/audit-e2e");

    @Test
    void nothingIsLostDoubledReorderedOrSilentlyMissingWhileOneNodeDiesAgainAndAgain() throws Exception {
        assertPasses(
                "--clients=40", "--third-party=15", "--rooms=6", "--minutes=0.6", "--fault-every=1.5", "--outage=1");
    }

    private static void assertPasses(String... arguments) throws Exception {
        AuditOptions options = AuditOptions.parse(arguments);
        try (Deployment deployment = Deployment.start(FOLDER, options.nodes())) {
            AuditReport report = new AuditRun(options, deployment, deployment.addresses(), System.out::println).run();
            assertThat(report.passed())
                    .as(() -> report.text() + "\n" + deployment.lastWords())
                    .isTrue();
        }
    }
}
