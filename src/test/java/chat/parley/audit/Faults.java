package chat.parley.audit;

import chat.parley.audit.client.ChatClient;
import chat.parley.audit.client.Flood;
import chat.parley.audit.client.Measurements;
import chat.parley.testing.PackagedServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/** Breaks things, mends them, and measures how long everybody takes to have everything again. */
final class Faults {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /**
     * At so many of the large faults everybody falls silent: what was under way when it struck must reach everybody
     * although no later message tells them that they miss something.
     */
    private static final double SILENCES = 0.4;

    private static final Duration SILENT_PATIENCE = Duration.ofSeconds(10);
    /** So many of the large faults are not waited for: the next one comes while clients still recover. */
    private static final double OVERLAPS = 0.3;

    private final AuditOptions options;
    private final Deployment deployment;
    private final List<ChatClient> clients;
    private final Measurements measurements;
    private final Completeness completeness;
    private final Flood flood;
    private final Random random;
    private final List<String> holes = new ArrayList<>();
    private final Map<Fault, List<Duration>> recoveries = new TreeMap<>();
    private final Map<Fault, Integer> injected = new ConcurrentSkipListMap<>();

    Faults(
            AuditOptions options,
            Deployment deployment,
            Population people,
            Measurements measurements,
            Completeness completeness) {
        this.options = options;
        this.deployment = deployment;
        this.clients = List.copyOf(people.clients().keySet());
        this.measurements = measurements;
        this.completeness = completeness;
        this.flood = people.flood(deployment.addresses().getFirst());
        this.random = new Random(options.seed() + 2);
    }

    /** How often each was injected. */
    Map<Fault, Integer> injected() {
        return injected;
    }

    /** How long it took after each that was waited for. */
    Map<Fault, List<Duration>> recoveries() {
        return recoveries;
    }

    /** What clients missed although they could have known, while nobody wrote. */
    List<String> holes() {
        return holes;
    }

    void injectOne(Workload workload) throws IOException, InterruptedException, SQLException {
        List<Fault> possible = List.copyOf(options.faults());
        Fault fault = possible.get(random.nextInt(possible.size()));
        injected.merge(fault, 1, Integer::sum);
        switch (fault) {
            case CUT -> cut();
            case PAUSE -> pause();
            case FLOOD -> Thread.ofVirtual().start(flood::pour);
            default -> breakAndMend(fault, workload);
        }
    }

    private void cut() {
        double share = random.nextInt(6) == 0 ? 1 : random.nextDouble() / 4;
        clients.stream().filter(client -> random.nextDouble() < share).forEach(ChatClient::cut);
    }

    private void pause() {
        clients.stream()
                .filter(client -> random.nextInt(10) == 0)
                .forEach(client -> client.pause(Duration.ofMillis(random.nextLong(1_000, 6_000))));
    }

    /** Pours for so long, again and again; what the others measured in the meantime. */
    Histogram pour(Duration window) throws InterruptedException {
        injected.merge(Fault.FLOOD, 1, Integer::sum);
        AtomicInteger poured = new AtomicInteger();
        Thread pouring = Thread.ofVirtual().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                if (flood.pour()) {
                    poured.incrementAndGet();
                }
            }
        });
        Histogram measured = leaveAlone(window);
        pouring.interrupt();
        pouring.join();
        if (poured.get() == 0) {
            throw new IllegalStateException("the client that floods did not get in, so nothing was measured");
        }
        return measured;
    }

    /** Does nothing for so long; what everybody measured in the meantime. */
    Histogram leaveAlone(Duration window) throws InterruptedException {
        measurements.window();
        Thread.sleep(window);
        return measurements.window();
    }

    private void breakAndMend(Fault fault, Workload workload) throws IOException, InterruptedException, SQLException {
        double dice = random.nextDouble();
        boolean silent = dice < SILENCES;
        boolean waits = dice < 1 - OVERLAPS;
        PackagedServer node = deployment.node(random.nextInt(deployment.nodeCount()));
        measurements.troubleBegins();
        workload.hush(silent);
        try {
            if (fault == Fault.KILL_SERVER && deployment.nodeCount() > 1) {
                node.kill();
                recovered(fault);
                node.restart();
            } else {
                breakAndMend(fault, node);
                if (waits) {
                    recovered(fault);
                }
            }
            if (silent) {
                findHoles(fault);
            }
        } finally {
            workload.hush(false);
            measurements.troubleEnds();
        }
    }

    /** Nobody writes, so nobody can learn from a later message what they miss. */
    private void findHoles(Fault fault) throws InterruptedException, SQLException {
        try (Connection connection = deployment.connect()) {
            Map<String, Long> revs = Database.revs(connection);
            if (completeness.await(revs, SILENT_PATIENCE).isEmpty()) {
                completeness
                        .behind(revs)
                        .forEach(client -> holes.add(client + " after " + fault + ", in a room where nobody wrote on"));
            }
        }
    }

    private void breakAndMend(Fault fault, PackagedServer node) throws IOException, InterruptedException {
        switch (fault) {
            case KILL_SERVER -> {
                node.kill();
                node.restart();
            }
            case FREEZE_SERVER -> {
                node.pause();
                Thread.sleep(options.outage());
                node.resume();
            }
            case RESTART -> {
                node.stop();
                node.restart();
            }
            case KILL_DATABASE -> {
                deployment.database().kill();
                Thread.sleep(options.outage());
                deployment.database().restart();
            }
            case STOP_REDIS -> {
                deployment.redis().stop();
                Thread.sleep(options.outage());
                deployment.redis().restart();
            }
            case CUT, PAUSE, FLOOD -> throw new IllegalArgumentException(fault + " breaks no server");
        }
    }

    private void recovered(Fault fault) throws InterruptedException {
        Optional<Duration> time = completeness.await(PATIENCE);
        recoveries.computeIfAbsent(fault, any -> new ArrayList<>()).add(time.orElse(PATIENCE));
    }
}
