package chat.parley.realtime.service.catchup;

import chat.parley.realtime.model.node.NodeEnvelope;
import chat.parley.realtime.model.node.NodeMessage.Parted;
import chat.parley.realtime.model.node.NodeMessage.PresenceTold;
import chat.parley.realtime.model.node.NodeMessage.Published;
import chat.parley.realtime.model.node.NodeMessage.Replay;
import chat.parley.realtime.model.node.NodeMessage.Returned;
import chat.parley.realtime.model.node.NodeMessage.SessionEnded;
import chat.parley.realtime.model.node.NodeMessage.Settle;
import chat.parley.realtime.model.node.NodeMessage.StateChanged;
import chat.parley.realtime.model.node.NodeMessage.TopicEnded;
import chat.parley.realtime.model.node.NodeMessage.UserEnded;
import chat.parley.realtime.model.node.NodeMessageCodec;
import chat.parley.realtime.service.DrainService;
import chat.parley.realtime.service.EndSessionService;
import chat.parley.realtime.service.LocalDelivery;
import chat.parley.realtime.service.SubscriptionService;
import chat.parley.realtime.service.node.NodeBus;
import chat.parley.realtime.service.node.StateNewsService;
import chat.parley.realtime.service.presence.PresenceService;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Does here what other nodes tell. */
@ApplicationScoped
public class NodeNewsService {
    private static final Logger LOG = Logger.getLogger(NodeNewsService.class);

    private final NodeBus bus;
    private final LocalDelivery local;
    private final SubscriptionService subscriptions;
    private final StateNewsService states;
    private final EndSessionService ends;
    private final PresenceService presence;
    private final DrainService drain;

    NodeNewsService(
            NodeBus bus,
            LocalDelivery local,
            SubscriptionService subscriptions,
            StateNewsService states,
            EndSessionService ends,
            PresenceService presence,
            DrainService drain) {
        this.bus = bus;
        this.local = local;
        this.subscriptions = subscriptions;
        this.states = states;
        this.ends = ends;
        this.presence = presence;
        this.drain = drain;
    }

    /** Takes a message; what we said ourselves comes back too and was done already. Never blocks. */
    void received(byte[] message, PeerReturned peers) {
        if (NodeMessageCodec.sender(message) == bus.id()) {
            return;
        }
        try {
            NodeMessageCodec.decode(message).ifPresentOrElse(envelope -> apply(envelope, peers), bus::skipped);
        } catch (IllegalArgumentException e) {
            bus.skipped();
            LOG.warnf("dropped %d bytes from the bus: %s", message.length, e.getMessage());
        }
    }

    /** What happens when another node was cut off and is back. */
    @FunctionalInterface
    interface PeerReturned {
        void returned(long node, Returned message);
    }

    private void apply(NodeEnvelope envelope, PeerReturned peers) {
        bus.received();
        switch (envelope.message()) {
            case Published(var publication) -> local.deliverIfWanted(publication);
            case Settle settle -> inBackground(() -> subscriptions.settleHere(settle.topic(), settle.users()));
            case StateChanged(var change) -> states.changedHereSoon(change);
            case TopicEnded ended -> subscriptions.unsubscribeAllHere(ended.topic());
            case SessionEnded ended -> ends.endHere(ended.user(), ended.session());
            case UserEnded ended -> ends.endHere(ended.user());
            case Parted parted -> presence.partHere(parted.one(), parted.other());
            case PresenceTold told -> presence.told(envelope.sender(), told);
            case Returned returned -> peers.returned(envelope.sender(), returned);
            case Replay replay -> replay(replay, peers);
        }
    }

    private void replay(Replay replay, PeerReturned peers) {
        if (replay.to() != Replay.EVERYBODY && replay.to() != bus.id()) {
            return;
        }
        if (!replay.complete()) {
            LOG.warn("cut off for longer than another node can tell; clients are asked to open their sessions anew");
            drain.sendAllAway();
            return;
        }
        replay.messages().forEach(message -> received(message, peers));
    }

    private void inBackground(Runnable work) {
        Thread.ofVirtual().name("node-news").start(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warnf("news of another node could not be applied; the next sweep does it: %s", e);
            }
        });
    }
}
