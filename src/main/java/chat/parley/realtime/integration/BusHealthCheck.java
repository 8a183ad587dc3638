package chat.parley.realtime.integration;

import chat.parley.realtime.port.FanOutTransport;
import chat.parley.realtime.port.RedisConfig;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Shows the bus, and stays up without it: a node that hears no other serves its clients from the database. */
@Readiness
@ApplicationScoped
class BusHealthCheck implements HealthCheck {
    private final FanOutTransport transport;
    private final RedisConfig config;

    BusHealthCheck(FanOutTransport transport, RedisConfig config) {
        this.transport = transport;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("bus").up().withData("state", state()).build();
    }

    private String state() {
        if (config.url().isEmpty()) {
            return "not needed: this is the only node";
        }
        return transport.isUp() ? "connected" : "disconnected: other nodes cannot be heard";
    }
}
