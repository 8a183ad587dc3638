package chat.parley.realtime.service.node;

import chat.parley.realtime.Push.Importance;
import chat.parley.realtime.Topic;
import chat.parley.realtime.model.Publication;
import chat.parley.realtime.model.node.NodeEnvelope;
import chat.parley.realtime.model.node.NodeMessage;
import chat.parley.realtime.model.node.NodeMessage.Published;
import chat.parley.realtime.model.node.NodeMessage.Replay;
import chat.parley.realtime.model.node.NodeMessageCodec;
import chat.parley.realtime.model.node.RecentMessages;
import chat.parley.realtime.port.FanOutTransport;
import chat.parley.shared.id.IdGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What this node says to the others. Numbered publications can be read from the database by whoever missed them; the
 * other durable ones are kept for a while, to be said again.
 */
@ApplicationScoped
public class NodeBus {
    private static final int KEPT_BYTES = 8 * 1024 * 1024;

    private final FanOutTransport transport;
    private final NodeMetrics metrics;
    private final Clock clock;
    private final RecentMessages recent = new RecentMessages(KEPT_BYTES);
    private final long id;

    NodeBus(FanOutTransport transport, NodeMetrics metrics, IdGenerator ids, Clock clock) {
        this.transport = transport;
        this.metrics = metrics;
        this.clock = clock;
        this.id = ids.next();
    }

    /** This process, until it ends. */
    public long id() {
        return id;
    }

    public boolean hasPeers() {
        return transport.hasPeers();
    }

    public boolean isUp() {
        return transport.isUp();
    }

    /** To the nodes that have somebody to deliver it to. */
    public void publish(Publication publication) {
        if (!hasPeers()) {
            return;
        }
        byte[] message = write(new Published(publication));
        switch (publication) {
            case Publication.Numbered numbered -> toTopic(numbered.topic(), message);
            case Publication.ToTopic(var topic, var push) -> {
                keep(push.importance(), message);
                toTopic(topic, message);
            }
        }
    }

    /** To every node, and again to those that turn out to have missed it. */
    public void tell(NodeMessage news) {
        if (hasPeers()) {
            byte[] message = write(news);
            keep(Importance.DURABLE, message);
            toAll(message);
        }
    }

    /** To every node that listens right now. */
    public void tellOnce(NodeMessage news) {
        if (hasPeers()) {
            toAll(write(news));
        }
    }

    /** Says again what a node may have missed since then. */
    public void replay(long to, Duration since) {
        Instant then = clock.instant().minus(since);
        tellOnce(new Replay(to, recent.isCompleteSince(then), recent.since(then)));
    }

    /** Counts a message of another node. */
    public void received() {
        metrics.received();
    }

    /** Counts one that could not be read, as it is of a kind that is not known here, or none at all. */
    public void skipped() {
        metrics.skipped();
    }

    private byte[] write(NodeMessage message) {
        return NodeMessageCodec.encode(new NodeEnvelope(id, message));
    }

    private void keep(Importance importance, byte[] message) {
        if (importance == Importance.DURABLE) {
            recent.add(clock.instant(), message);
        }
    }

    private void toTopic(Topic topic, byte[] message) {
        transport.publish(topic, message);
        metrics.published();
    }

    private void toAll(byte[] message) {
        transport.broadcast(message);
        metrics.published();
    }
}
