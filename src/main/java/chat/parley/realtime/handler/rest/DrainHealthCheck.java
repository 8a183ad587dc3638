package chat.parley.realtime.handler.rest;

import chat.parley.realtime.service.DrainService;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells whoever balances the load that this node is about to stop, while it still answers what it has taken. */
@Readiness
@ApplicationScoped
class DrainHealthCheck implements HealthCheck {
    private final DrainService drain;

    DrainHealthCheck(DrainService drain) {
        this.drain = drain;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("not stopping")
                .status(!drain.isDraining())
                .build();
    }
}
