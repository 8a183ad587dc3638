package chat.parley.realtime.service;

import chat.parley.identity.UserId;
import chat.parley.realtime.FanOut;
import chat.parley.realtime.Push;
import chat.parley.realtime.Topic;
import chat.parley.realtime.model.Lane;
import chat.parley.realtime.model.Publication;
import chat.parley.realtime.service.node.NodeBus;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes each push once, delivers it here and hands it to the other nodes. */
@ApplicationScoped
public class FanOutService implements FanOut {
    private final LocalDelivery local;
    private final NodeBus nodes;
    private final PublicationWriter writer;

    FanOutService(LocalDelivery local, NodeBus nodes, PublicationWriter writer) {
        this.local = local;
        this.nodes = nodes;
        this.writer = writer;
    }

    @Override
    public void publish(Topic topic, Push push) {
        boolean here = local.isWanted(topic);
        if (here || nodes.hasPeers()) {
            publish(here, new Publication.ToTopic(topic, writer.write(push)));
        }
    }

    @Override
    public void publishHere(UserId user, Push push) {
        if (local.isWanted(user)) {
            local.deliver(user, writer.write(push));
        }
    }

    @Override
    public boolean isHere(UserId user) {
        return local.isWanted(user);
    }

    @Override
    public void publishHere(Topic topic, Push push) {
        if (local.isWanted(topic)) {
            local.deliver(new Publication.ToTopic(topic, writer.write(push)));
        }
    }

    @Override
    public boolean isHeardHere(Topic topic) {
        return local.isWanted(topic);
    }

    @Override
    public boolean hasPeers() {
        return nodes.hasPeers();
    }

    @Override
    public void together(Runnable work) {
        Lane.together(work);
    }

    @Override
    public void publish(RevisedPush push) {
        boolean here = local.isWanted(push.topic());
        if (here || nodes.hasPeers()) {
            publish(here, writer.write(push));
        }
    }

    private void publish(boolean here, Publication publication) {
        if (here) {
            local.deliver(publication);
        }
        nodes.publish(publication);
    }
}
