package chat.parley.bench.load;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** What the clients of one server have seen: the oracle's findings, and latencies from the planned send time. */
public final class Tally {
    /** One acknowledged message: where the server says that it is. */
    public record Ack(long roomId, long seq, long clientKey) {}

    private static final long HIGHEST_NANOS = 120_000_000_000L;

    private final List<String> violations = new ArrayList<>();
    private List<Ack> acks = new ArrayList<>();
    private Histogram delivery = new Histogram(HIGHEST_NANOS, 3);
    private Histogram acknowledgement = new Histogram(HIGHEST_NANOS, 3);
    private long deliveries;
    private long acknowledged;
    private long refused;

    void delivered(long nanos) {
        deliveries++;
        delivery.recordValue(Math.clamp(nanos, 0, HIGHEST_NANOS));
    }

    void acknowledged(Ack ack, long nanos) {
        acknowledged++;
        acknowledgement.recordValue(Math.clamp(nanos, 0, HIGHEST_NANOS));
        synchronized (this) {
            acks.add(ack);
        }
    }

    void refused(String answer) {
        refused++;
        violation("refused: " + answer);
    }

    void violation(String what) {
        if (violations.size() < 20) {
            violations.add(what);
        }
    }

    /** Acknowledgements that nobody has compared with the database yet. Any thread. */
    public synchronized List<Ack> takeAcks() {
        List<Ack> taken = acks;
        acks = new ArrayList<>();
        return taken;
    }

    public List<String> violations() {
        return violations;
    }

    public long deliveries() {
        return deliveries;
    }

    public long acknowledged() {
        return acknowledged;
    }

    public long refused() {
        return refused;
    }

    /** The latencies since the last call. */
    public Latencies takeLatencies() {
        Latencies taken = new Latencies(delivery, acknowledgement);
        delivery = new Histogram(HIGHEST_NANOS, 3);
        acknowledgement = new Histogram(HIGHEST_NANOS, 3);
        return taken;
    }

    /** Latencies of one window. */
    public record Latencies(Histogram delivery, Histogram acknowledgement) {}
}
