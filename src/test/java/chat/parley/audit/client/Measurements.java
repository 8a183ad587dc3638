package chat.parley.audit.client;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** What all clients of a run measure and count together. */
public final class Measurements {
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final int KEPT_COMPLAINTS = 1000;

    private final Map<Counted, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<Latency, Recorder> recorders = new ConcurrentHashMap<>();
    private final Map<Latency, Histogram> histograms = new ConcurrentHashMap<>();
    private final Recorder window = new Recorder(LONGEST_MICROS, 3);
    private final Map<String, AtomicLong> highWater = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
    private final AtomicInteger troubles = new AtomicInteger();
    private volatile long calmSince;

    /** What is counted. */
    public enum Counted {
        SENT,
        ACKNOWLEDGED,
        TRANSMITTED_AGAIN,
        RECOGNISED,
        REFUSED,
        DELIVERED,
        EDITED,
        REACTED,
        RECALLED,
        READ,
        JOINED,
        LEFT,
        RENAMED,
        CONNECTIONS,
        JUMPS,
        OPENED,
        STARTED_OVER,
        TRY_AGAIN,
        TOKENS,
        SIGN_INS,
        COMPLAINTS
    }

    /** What takes time. Calm is what no fault touched. */
    public enum Latency {
        ACKNOWLEDGED,
        ACKNOWLEDGED_CALM,
        DELIVERED,
        DELIVERED_CALM
    }

    public Measurements() {
        for (Counted what : Counted.values()) {
            counts.put(what, new LongAdder());
        }
        for (Latency what : Latency.values()) {
            recorders.put(what, new Recorder(LONGEST_MICROS, 3));
            histograms.put(what, new Histogram(LONGEST_MICROS, 3));
        }
    }

    void count(Counted what) {
        counts.get(what).increment();
    }

    public long counted(Counted what) {
        return counts.get(what).sum();
    }

    void took(Latency what, long nanos) {
        long micros = Math.clamp(nanos / 1000, 0, LONGEST_MICROS);
        recorders.get(what).recordValue(micros);
        if (what == Latency.ACKNOWLEDGED || what == Latency.DELIVERED) {
            window.recordValue(micros);
        }
    }

    /** All that was measured since the beginning. */
    public synchronized Histogram latency(Latency what) {
        Histogram total = histograms.get(what);
        total.add(recorders.get(what).getIntervalHistogram());
        return total;
    }

    /** All that took time since this was asked last. */
    public synchronized Histogram window() {
        return window.getIntervalHistogram();
    }

    /** The server did something that its protocol does not allow. */
    void complain(String what) {
        count(Counted.COMPLAINTS);
        if (complaints.size() < KEPT_COMPLAINTS) {
            complaints.add(what);
        }
    }

    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Some client knows that the room has come this far. */
    void saw(String roomId, long rev) {
        highWater.computeIfAbsent(roomId, id -> new AtomicLong()).accumulateAndGet(rev, Math::max);
    }

    /** How far each room has come, as far as any client knows. */
    public Map<String, Long> highWater() {
        Map<String, Long> copy = new ConcurrentHashMap<>();
        highWater.forEach((room, rev) -> copy.put(room, rev.get()));
        return copy;
    }

    /** Something that concerns everybody is broken from now on. */
    public void troubleBegins() {
        troubles.incrementAndGet();
    }

    public void troubleEnds() {
        if (troubles.decrementAndGet() == 0) {
            calmSince = System.nanoTime();
        }
    }

    /** Whether nothing that concerns everybody was broken since this moment. */
    boolean calmSince(long nanoTime) {
        return troubles.get() == 0 && nanoTime >= calmSince;
    }
}
