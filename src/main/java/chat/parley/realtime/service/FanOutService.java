package chat.parley.realtime.service;

import chat.parley.identity.UserId;
import chat.parley.realtime.FanOut;
import chat.parley.realtime.Push;
import chat.parley.realtime.Topic;
import chat.parley.realtime.model.EncodedPush;
import chat.parley.realtime.model.Lane;
import chat.parley.realtime.model.Publication;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes each push once and hands it to whoever delivers it. */
@ApplicationScoped
public class FanOutService implements FanOut {
    private final LocalDelivery local;
    private final PushWriter writer;

    FanOutService(LocalDelivery local, PushWriter writer) {
        this.local = local;
        this.writer = writer;
    }

    @Override
    public void publish(Topic topic, Push push) {
        if (local.isWanted(topic)) {
            local.deliver(new Publication.ToTopic(topic, writer.write(push)));
        }
    }

    @Override
    public void publish(UserId user, Push push) {
        if (local.isWanted(user)) {
            local.deliver(new Publication.ToUser(user, writer.write(push)));
        }
    }

    @Override
    public void together(Runnable work) {
        Lane.together(work);
    }

    @Override
    public void publish(RevisedPush push) {
        if (local.isWanted(push.topic())) {
            EncodedPush author = push.authorPush() == null ? null : writer.write(push.authorPush());
            local.deliver(new Publication.Numbered(
                    push.topic(), push.revision(), writer.write(push.push()), push.author(), author));
        }
    }
}
