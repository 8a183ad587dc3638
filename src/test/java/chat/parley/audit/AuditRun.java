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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One audit from the first registration to the findings. */
final class AuditRun {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration QUIET = Duration.ofSeconds(2);
    /** Read positions have no number; news of them that were lost are told again within seconds. */
    private static final Duration TOLD_AGAIN = Duration.ofSeconds(12);

    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(10);

    private final AuditOptions options;
    private final Deployment deployment;
    private final List<URI> sockets;
    private final Consumer<String> progress;
    private final Measurements measurements = new Measurements();
    private @Nullable FloodComparison flood;

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
                flood = FloodComparison.take(faults, options.duration());
                progress.accept(flood.turns());
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
            if (flood != null && flood.isSlowed()) {
                findings.add(Kind.SLOWED, flood.toString());
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
