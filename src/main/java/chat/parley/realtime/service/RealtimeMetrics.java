package chat.parley.realtime.service;

import chat.parley.realtime.model.Delivery;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** What operators watch of the sockets; there from the start, so that a graph begins with zero and not with a gap. */
@Startup
@ApplicationScoped
class RealtimeMetrics {
    private final Counter deliveries;
    private final DistributionSummary audience;
    private final Counter overflows;
    private final Counter dropped;

    RealtimeMetrics(MeterRegistry registry, ConnectionRegistry connections) {
        registry.gauge("parley.realtime.connections", connections, ConnectionRegistry::count);
        deliveries = Counter.builder("parley.realtime.deliveries")
                .description("Pushes handed to connections")
                .register(registry);
        audience = DistributionSummary.builder("parley.realtime.fanout")
                .description("Connections that one push went to")
                .register(registry);
        overflows = Counter.builder("parley.realtime.outbox.overflows")
                .description("Connections ended because their client did not read")
                .register(registry);
        dropped = Counter.builder("parley.realtime.outbox.dropped")
                .description("Ephemeral pushes that slow clients went without")
                .register(registry);
    }

    void fannedOut(int connections) {
        deliveries.increment(connections);
        audience.record(connections);
    }

    void delivered(Delivery delivery) {
        switch (delivery) {
            case ACCEPTED -> {}
            case DROPPED -> dropped.increment();
            case OVERFLOW -> overflows.increment();
        }
    }
}
