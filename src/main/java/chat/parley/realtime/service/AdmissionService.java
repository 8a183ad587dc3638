package chat.parley.realtime.service;

import chat.parley.realtime.port.RealtimeConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets connections in, so many in all and so many from one address; fewer of those that have not said who they are.
 * Addresses of this machine count only in all: they are a proxy that does not say whom it serves, or a test.
 */
@ApplicationScoped
public class AdmissionService {
    private final Map<String, Count> addresses = new ConcurrentHashMap<>();
    private final Count all = new Count();
    private final RealtimeConfig.Admission limits;
    private final Counter refused;

    AdmissionService(RealtimeConfig config, MeterRegistry registry) {
        this.limits = config.admission();
        this.refused = Counter.builder("parley.realtime.admission.refused")
                .description("Connections that were not let in")
                .register(registry);
    }

    /** What came of somebody's knocking. */
    public sealed interface Admission {
        record Admitted(Ticket ticket) implements Admission {}

        /** This address has too many connections already. */
        record AddressFull() implements Admission {}

        /** The server has. */
        record ServerFull() implements Admission {}
    }

    private static final class Count {
        private int connections;
        private int withoutSession;

        private void add(int connectionsMore, int withoutSessionMore) {
            connections += connectionsMore;
            withoutSession += withoutSessionMore;
        }
    }

    /** Asks for one more connection from the address. */
    public synchronized Admission admit(String address, boolean isLocal) {
        boolean serverFull = all.connections >= limits.maxConnections() || all.withoutSession >= limits.maxUnopened();
        Count here = isLocal ? new Count() : addresses.getOrDefault(address, new Count());
        boolean addressFull = here.connections >= limits.maxConnectionsPerAddress()
                || here.withoutSession >= limits.maxUnopenedPerAddress();
        if (serverFull || addressFull) {
            refused.increment();
            return serverFull ? new Admission.ServerFull() : new Admission.AddressFull();
        }
        count(address, isLocal, 1, 1);
        return new Admission.Admitted(
                new Ticket(() -> count(address, isLocal, 0, -1), () -> count(address, isLocal, -1, 0)));
    }

    private synchronized void count(String address, boolean isLocal, int connections, int withoutSession) {
        all.add(connections, withoutSession);
        if (!isLocal) {
            addresses.compute(address, (a, present) -> {
                Count count = present == null ? new Count() : present;
                count.add(connections, withoutSession);
                return count.connections == 0 ? null : count;
            });
        }
    }
}
