package chat.parley.audit;

import chat.parley.audit.client.ChatClient;
import chat.parley.audit.client.Measurements;
import chat.parley.testing.PackagedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Breaks things, mends them, and measures how long everybody takes to have everything again. */
final class Faults {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** So many of the large faults are not waited for: the next one comes while clients still recover. */
    private static final double OVERLAPS = 0.3;

    private final AuditOptions options;
    private final Deployment deployment;
    private final List<ChatClient> clients;
    private final Measurements measurements;
    private final Completeness completeness;
    private final Random random;
    private final Map<Fault, List<Duration>> recoveries = new TreeMap<>();
    private final Map<Fault, Integer> injected = new ConcurrentSkipListMap<>();

    Faults(
            AuditOptions options,
            Deployment deployment,
            Collection<ChatClient> clients,
            Measurements measurements,
            Completeness completeness) {
        this.options = options;
        this.deployment = deployment;
        this.clients = List.copyOf(clients);
        this.measurements = measurements;
        this.completeness = completeness;
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

    void injectOne() throws IOException, InterruptedException {
        List<Fault> possible = List.copyOf(options.faults());
        Fault fault = possible.get(random.nextInt(possible.size()));
        injected.merge(fault, 1, Integer::sum);
        switch (fault) {
            case CUT -> cut();
            case PAUSE -> pause();
            default -> breakAndMend(fault);
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

    private void breakAndMend(Fault fault) throws IOException, InterruptedException {
        measurements.troubleBegins();
        try {
            boolean overlap = random.nextDouble() < OVERLAPS;
            int node = random.nextInt(deployment.nodeCount());
            if (fault == Fault.KILL_SERVER && deployment.nodeCount() > 1) {
                deployment.node(node).kill();
                recovered(fault);
                deployment.node(node).restart();
                return;
            }
            breakAndMend(fault, deployment.node(node));
            if (!overlap) {
                recovered(fault);
            }
        } finally {
            measurements.troubleEnds();
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
            case CUT, PAUSE -> throw new IllegalArgumentException(fault + " breaks no server");
        }
    }

    private void recovered(Fault fault) throws InterruptedException {
        Optional<Duration> time = completeness.await(PATIENCE);
        recoveries.computeIfAbsent(fault, any -> new ArrayList<>()).add(time.orElse(PATIENCE));
    }
}
