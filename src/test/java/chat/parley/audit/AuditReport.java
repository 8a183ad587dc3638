package chat.parley.audit;

import chat.parley.audit.Findings.Kind;
import chat.parley.audit.client.Measurements;
import chat.parley.audit.client.Measurements.Counted;
import chat.parley.audit.client.Measurements.Latency;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** What an audit found, for a person to read. */
record AuditReport(AuditOptions options, Measurements measurements, Faults faults, Findings findings) {
    boolean passed() {
        return findings.isEmpty();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "%n%d clients (%.0f %% Pitaya, %.0f %% pomelo-client-websocket), %d rooms, %d %s, %d s, seed %d",
                options.clients(),
                100 * options.pitaya(),
                100 * options.thirdParty(),
                options.rooms(),
                options.nodes(),
                options.nodes() == 1 ? "node" : "nodes",
                options.duration().toSeconds(),
                options.seed());
        activity(text);
        recoveries(text);
        latencies(text);
        findings(text);
        return text.toString();
    }

    private void activity(StringBuilder text) {
        line(
                text,
                "%n  messages      %,d wanted, %,d acknowledged, %,d refused; %,d pushed to clients",
                counted(Counted.SENT),
                counted(Counted.ACKNOWLEDGED),
                counted(Counted.REFUSED),
                counted(Counted.DELIVERED));
        line(
                text,
                "  sent again    %,d, of which %,d were stored already; told to try again %,d times",
                counted(Counted.TRANSMITTED_AGAIN),
                counted(Counted.RECOGNISED),
                counted(Counted.TRY_AGAIN));
        line(
                text,
                "  other changes %,d edited, %,d reactions, %,d recalled, %,d read, %,d joined, %,d left, %,d renamed",
                counted(Counted.EDITED),
                counted(Counted.REACTED),
                counted(Counted.RECALLED),
                counted(Counted.READ),
                counted(Counted.JOINED),
                counted(Counted.LEFT),
                counted(Counted.RENAMED));
        line(
                text,
                "  connections   %,d sessions opened, %,d tokens renewed, %,d sign-ins",
                counted(Counted.CONNECTIONS),
                counted(Counted.TOKENS),
                counted(Counted.SIGN_INS));
        line(
                text,
                "  catching up   %,d rooms opened, %,d jumps in rev healed by room.sync, %,d rooms started over",
                counted(Counted.OPENED),
                counted(Counted.JUMPS),
                counted(Counted.STARTED_OVER));
    }

    private long counted(Counted what) {
        return measurements.counted(what);
    }

    private void recoveries(StringBuilder text) {
        line(text, "%n  %-16s %6s   until everybody has everything: %7s %9s", "fault", "times", "median", "longest");
        faults.injected().forEach((fault, times) -> {
            List<Duration> took = faults.recoveries().getOrDefault(fault, List.of()).stream()
                    .sorted()
                    .toList();
            if (took.isEmpty()) {
                line(text, "  %-16s %6d", fault, times);
            } else {
                line(
                        text,
                        "  %-16s %6d   %31s %7.2f s %7.2f s",
                        fault,
                        times,
                        "",
                        seconds(took.get(took.size() / 2)),
                        seconds(took.getLast()));
            }
        });
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private void latencies(StringBuilder text) {
        line(text, "%n  %-28s %9s %9s %9s %9s %9s", "milliseconds", "number", "p50", "p99", "p99.9", "longest");
        latency(text, "acknowledged", Latency.ACKNOWLEDGED);
        latency(text, "acknowledged, no fault near", Latency.ACKNOWLEDGED_CALM);
        latency(text, "delivered", Latency.DELIVERED);
        latency(text, "delivered, no fault near", Latency.DELIVERED_CALM);
    }

    private void latency(StringBuilder text, String label, Latency what) {
        Histogram micros = measurements.latency(what);
        line(
                text,
                "  %-28s %,9d %9.1f %9.1f %9.1f %9.1f",
                label,
                micros.getTotalCount(),
                micros.getValueAtPercentile(50) / 1000.0,
                micros.getValueAtPercentile(99) / 1000.0,
                micros.getValueAtPercentile(99.9) / 1000.0,
                micros.getMaxValue() / 1000.0);
    }

    private void findings(StringBuilder text) {
        line(text, "");
        for (Kind kind : Kind.values()) {
            line(text, "  %-20s %6d   %s", kind.label(), findings.count(kind), kind.meaning());
            findings.examples(kind).forEach(example -> line(text, "      %s", example));
        }
        line(text, "%n%s", passed() ? "PASSED" : "FAILED");
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
