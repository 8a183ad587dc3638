package chat.parley.realtime.handler.socket;

import chat.parley.realtime.port.RealtimeConfig;
import chat.parley.realtime.service.AdmissionService;
import chat.parley.realtime.service.AdmissionService.Admission;
import chat.parley.realtime.service.DrainService;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;

/** Looks at a connection before it becomes a socket: whether there is room, and how it can be written to. */
@ApplicationScoped
class UpgradeCheck implements HttpUpgradeCheck {
    static final TypedKey<ChannelGate> GATE = new TypedKey<>("gate");

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final Map<String, List<String>> LATER = Map.of("Retry-After", List.of("5"));

    private final AdmissionService admissions;
    private final DrainService drain;
    private final RealtimeConfig config;

    UpgradeCheck(AdmissionService admissions, DrainService drain, RealtimeConfig config) {
        this.admissions = admissions;
        this.drain = drain;
        this.config = config;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        if (drain.isDraining()) {
            return CheckResult.rejectUpgrade(UNAVAILABLE, LATER);
        }
        ChannelGate gate = ChannelGate.install(context.httpRequest().connection(), config.maxFrameBytes());
        if (gate == null) {
            return CheckResult.permitUpgrade();
        }
        gate.asked(context.httpRequest());
        context.userData().put(GATE, gate);
        return gate.isCounted()
                ? CheckResult.permitUpgrade()
                : admit(gate, context.httpRequest().remoteAddress());
    }

    private Uni<CheckResult> admit(ChannelGate gate, SocketAddress client) {
        String address = client == null || client.hostAddress() == null ? "unknown" : client.hostAddress();
        return switch (admissions.admit(address, isThisMachine(address))) {
            case Admission.Admitted(var ticket) -> {
                gate.admitted(ticket);
                yield CheckResult.permitUpgrade();
            }
            case Admission.AddressFull() -> CheckResult.rejectUpgrade(TOO_MANY_REQUESTS, LATER);
            case Admission.ServerFull() -> CheckResult.rejectUpgrade(UNAVAILABLE, LATER);
        };
    }

    /** The address is one in digits, so that nothing is asked of the network. */
    private static boolean isThisMachine(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
