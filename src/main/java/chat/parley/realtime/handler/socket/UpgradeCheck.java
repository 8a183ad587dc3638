package chat.parley.realtime.handler.socket;

import chat.parley.realtime.port.RealtimeConfig;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks at a connection before it becomes a socket. */
@ApplicationScoped
class UpgradeCheck implements HttpUpgradeCheck {
    static final TypedKey<ChannelGate> GATE = new TypedKey<>("gate");

    private final RealtimeConfig config;

    UpgradeCheck(RealtimeConfig config) {
        this.config = config;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        ChannelGate gate = ChannelGate.install(context.httpRequest().connection(), config.maxFrameBytes());
        if (gate != null) {
            context.userData().put(GATE, gate);
        }
        return CheckResult.permitUpgrade();
    }
}
