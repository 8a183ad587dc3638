package chat.parley.audit;

import chat.parley.audit.Findings.Kind;
import chat.parley.audit.client.ChatClient;
import chat.parley.audit.client.ClientWire;
import chat.parley.audit.client.Measurements;
import chat.parley.audit.client.Measurements.Counted;
import chat.parley.audit.client.PomeloWire;
import chat.parley.testing.PomeloNode;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** One audit from the first registration to the findings. */
final class AuditRun {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration QUIET = Duration.ofSeconds(2);
    /** Read positions have no number; news of them that were lost are told again within seconds. */
    private static final Duration TOLD_AGAIN = Duration.ofSeconds(12);

    private static final Duration FLOOD_TURN = Duration.ofSeconds(5);
    /** A sixth of the time, in which server and clients get up to speed, counts for nothing. */
    private static final int FLOOD_WARM_UP_SHARE = 6;

    private static final double MOST_SLOWED = 4.0 / 3;
    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(10);

    private final AuditOptions options;
    private final Deployment deployment;
    private final List<URI> sockets;
    private final Consumer<String> progress;
    private final Measurements measurements = new Measurements();
    private @Nullable String slowed;

    /** @param sockets where the clients connect: the nodes, or whatever stands in front of them */
    AuditRun(AuditOptions options, Deployment deployment, List<URI> sockets, Consumer<String> progress) {
        this.options = options;
        this.deployment = deployment;
        this.sockets = sockets;
        this.progress = progress;
    }

    AuditReport run() throws IOException, InterruptedException, SQLException {
        if (options.thirdParty() == 0) {
            return run(ClientWire.Format.PITAYA);
        }
        try (PomeloNode node = PomeloNode.start()) {
            return run(PomeloWire.in(node));
        }
    }

    private AuditReport run(ClientWire.Connector thirdParty) throws IOException, InterruptedException, SQLException {
        progress.accept("registering %d clients in %d rooms".formatted(options.clients(), options.rooms()));
        Population people =
                Population.settle(options, deployment.addresses().getFirst(), sockets, thirdParty, measurements);
        Collection<ChatClient> clients = people.clients().keySet();
        clients.forEach(ChatClient::start);
        Completeness completeness = new Completeness(clients, measurements);
        if (completeness.await(PATIENCE).isEmpty()) {
            throw new IllegalStateException("the clients could not connect in the first place");
        }
        Faults faults = new Faults(options, deployment, people, measurements, completeness);
        try (Workload workload = Workload.start(options, people.clients());
                ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            long end = System.nanoTime() + options.duration().toNanos();
            clock.scheduleAtFixedRate(
                    () -> progress.accept(progress(end, faults)),
                    PROGRESS_EVERY.toSeconds(),
                    PROGRESS_EVERY.toSeconds(),
                    TimeUnit.SECONDS);
            if (options.measuresFlood()) {
                flood(faults, end);
            } else {
                inject(faults, workload, end);
            }
            clock.shutdownNow();
        }
        return new AuditReport(options, measurements, faults, settle(people, completeness, faults.holes()));
    }

    private void inject(Faults faults, Workload workload, long end)
            throws IOException, InterruptedException, SQLException {
        while (System.nanoTime() < end) {
            Thread.sleep(options.faultEvery());
            if (!options.faults().isEmpty()) {
                faults.injectOne(workload);
            }
        }
    }

    /**
     * The others' p99 while one client floods, divided by what it is otherwise. The two take turns, so that whatever else
     * makes a server faster or slower meets both.
     */
    private void flood(Faults faults, long end) throws InterruptedException {
        List<Histogram> without = new ArrayList<>();
        List<Histogram> with = new ArrayList<>();
        faults.leaveAlone(options.duration().dividedBy(FLOOD_WARM_UP_SHARE));
        do {
            without.add(faults.leaveAlone(FLOOD_TURN));
            with.add(faults.pour(FLOOD_TURN));
        } while (System.nanoTime() < end);
        long otherwise = undisturbedP99(without);
        long flooded = undisturbedP99(with);
        double ratio = (double) flooded / Math.max(1, otherwise);
        String p99 = "the others' p99 is %.1f ms while one client floods, and %.1f ms otherwise: %.2f times"
                .formatted(flooded / 1e3, otherwise / 1e3, ratio);
        progress.accept(
                p99 + "; in turns of " + FLOOD_TURN.toSeconds() + " s, ms: " + p99s(with) + "; " + p99s(without));
        if (ratio > MOST_SLOWED) {
            slowed = p99;
        }
    }

    /** In µs, of two thirds of the turns together: those in which something outside of the audit took the machine stay out. */
    private static long undisturbedP99(List<Histogram> turns) {
        Histogram together = new Histogram(3);
        turns.stream()
                .sorted(Comparator.comparing(AuditRun::p99))
                .limit(Math.ceilDiv(2 * turns.size(), 3))
                .forEach(together::add);
        return p99(together);
    }

    // Where nothing arrived at all, everything took longer than the turn.
    private static long p99(Histogram turn) {
        return turn.getTotalCount() == 0
                ? TimeUnit.NANOSECONDS.toMicros(FLOOD_TURN.toNanos())
                : turn.getValueAtPercentile(99);
    }

    private static String p99s(List<Histogram> turns) {
        return turns.stream().map(turn -> "%.0f".formatted(p99(turn) / 1e3)).collect(Collectors.joining(" "));
    }

    private String progress(long end, Faults faults) {
        return "%3d s to go: %,d acknowledged, %,d pushed; %s"
                .formatted(
                        Math.max(0, TimeUnit.NANOSECONDS.toSeconds(end - System.nanoTime())),
                        measurements.counted(Counted.ACKNOWLEDGED),
                        measurements.counted(Counted.DELIVERED),
                        faults.injected());
    }

    /** Lets everybody finish, and compares. */
    private Findings settle(Population people, Completeness completeness, List<String> holes)
            throws InterruptedException, SQLException {
        Collection<ChatClient> clients = people.clients().keySet();
        progress.accept("all is mended; everybody finishes what they began");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> unfinished = unfinished(clients);
        while (!unfinished.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(100);
            unfinished = unfinished(clients);
        }
        try (Connection connection = deployment.connect()) {
            completeness.await(Database.revs(connection), PATIENCE.dividedBy(9));
            Thread.sleep(QUIET);
            completeness.awaitReadPositions(Database.read(connection, people.rooms()), TOLD_AGAIN);
            for (ChatClient client : clients) {
                client.stop();
            }
            Findings findings = Oracle.compare(Database.read(connection, people.rooms()), clients);
            measurements.complaints().forEach(complaint -> findings.add(Kind.COMPLAINTS, complaint));
            holes.forEach(hole -> findings.add(Kind.MISSING, hole));
            if (slowed != null) {
                findings.add(Kind.SLOWED, slowed);
            }
            unfinished.forEach(what -> findings.add(Kind.UNFINISHED, what + " after " + PATIENCE.toSeconds() + " s"));
            if (measurements.counted(Counted.ACKNOWLEDGED) == 0) {
                findings.add(Kind.UNFINISHED, "nothing was sent, so nothing is proven");
            }
            return findings;
        }
    }

    /** Who is not done yet, and with what. */
    private static List<String> unfinished(Collection<ChatClient> clients) throws InterruptedException {
        List<String> unfinished = new ArrayList<>();
        for (ChatClient client : clients) {
            CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
            client.act(c -> answer.complete(c.unfinished()));
            try {
                answer.get(10, TimeUnit.SECONDS).ifPresent(what -> unfinished.add(client.label() + " " + what));
            } catch (ExecutionException | TimeoutException e) {
                unfinished.add(client.label() + " does not even say what it is at");
            }
        }
        return unfinished;
    }
}
