package chat.parley.realtime.service.catchup;

import chat.parley.realtime.model.node.NodeMessage.Replay;
import chat.parley.realtime.model.node.NodeMessage.Returned;
import chat.parley.realtime.port.FanOutTransport;
import chat.parley.realtime.service.node.NodeBus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Keeps this node and the others on the same page. While the bus is away, it serves its clients from the database; when
 * it is back, both sides say again what the other missed, and compare with the database what they serve.
 */
@ApplicationScoped
public class NodeLinkService implements FanOutTransport.Listener {
    private static final Logger LOG = Logger.getLogger(NodeLinkService.class);

    /** Messages may have been lost for so long before that was noticed. */
    private static final Duration UNNOTICED = Duration.ofSeconds(10);

    private final FanOutTransport transport;
    private final NodeBus bus;
    private final NodeNewsService news;
    private final SweepService sweeps;
    private final Clock clock;
    private volatile Instant inOrderUntil;

    NodeLinkService(FanOutTransport transport, NodeBus bus, NodeNewsService news, SweepService sweeps, Clock clock) {
        this.transport = transport;
        this.bus = bus;
        this.news = news;
        this.sweeps = sweeps;
        this.clock = clock;
        this.inOrderUntil = clock.instant();
    }

    public void start() {
        transport.start(this);
    }

    public void stop() {
        transport.stop();
    }

    /** Whether there can be other nodes. */
    public boolean isLinked() {
        return bus.hasPeers();
    }

    /** Once a second where there can be other nodes. */
    public void tick() {
        sweeps.tick(!bus.isUp());
    }

    @Override
    public void received(byte[] message) {
        news.received(message, this::peerReturned);
    }

    @Override
    public void up() {
        if (!bus.hasPeers()) {
            return;
        }
        Duration away = Duration.between(inOrderUntil, clock.instant()).plus(UNNOTICED);
        LOG.infof("other nodes can be heard; clients get what was missed in the last %d s", away.toSeconds());
        bus.tellOnce(new Returned(away.toMillis()));
        bus.replay(Replay.EVERYBODY, away);
        sweeps.request();
    }

    @Override
    public void down(String reason) {
        inOrderUntil = clock.instant();
        LOG.errorf("other nodes cannot be heard (%s); serving from the database until they can", reason);
    }

    private void peerReturned(long node, Returned message) {
        bus.replay(node, Duration.ofMillis(Math.max(0, message.sinceMillis())));
        sweeps.request();
    }
}
