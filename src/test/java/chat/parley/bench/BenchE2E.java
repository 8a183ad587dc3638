package chat.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.bench.lab.Lab;
import chat.parley.bench.report.Report;
import chat.parley.bench.report.Result;
import chat.parley.bench.scenario.DurableSendScenario;
import org.junit.jupiter.api.Test;

/** A benchmark in tiny: that it runs against the packaged server, and that its oracle is content. */
class BenchE2E {
    @Test
    void aTinyRunCompletesAndItsOracleHolds() throws Exception {
        try (Lab lab = Lab.open(Scale.SMOKE)) {
            Result result = new DurableSendScenario().run(lab);

            assertThat(result.violations()).isEmpty();
            assertThat(Report.markdown(result.unjudged(), "a test"))
                    .contains("| naive twin |", "| Parley |")
                    .doesNotContain("No result", "Infinity", "NaN");
        }
    }
}
