package chat.parley.realtime.service.node;

import chat.parley.realtime.port.FanOutTransport;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** What operators watch of the bus between nodes. */
@Startup
@ApplicationScoped
public class NodeMetrics {
    private final Counter published;
    private final Counter received;
    private final Counter skipped;
    private final Counter sweeps;
    private final Counter caughtUp;
    private final Counter repaired;

    NodeMetrics(MeterRegistry registry, FanOutTransport transport) {
        registry.gauge("parley.bus.up", transport, bus -> bus.isUp() ? 1 : 0);
        published = counter(registry, "parley.bus.published", "Messages handed to the bus for other nodes");
        received = counter(registry, "parley.bus.received", "Messages of other nodes");
        skipped = counter(registry, "parley.bus.skipped", "Messages of other nodes that could not be read");
        sweeps = counter(registry, "parley.bus.sweeps", "Comparisons of what is served here with the database");
        caughtUp = counter(registry, "parley.bus.catchups", "Changes read from the database because the bus lost them");
        repaired = counter(registry, "parley.bus.repairs", "Memberships and sessions put right by a sweep");
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    public void published() {
        published.increment();
    }

    public void received() {
        received.increment();
    }

    public void skipped() {
        skipped.increment();
    }

    public void swept() {
        sweeps.increment();
    }

    public void caughtUp(int changes) {
        caughtUp.increment(changes);
    }

    public void repaired() {
        repaired.increment();
    }
}
