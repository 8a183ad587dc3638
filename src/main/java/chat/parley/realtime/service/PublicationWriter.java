package chat.parley.realtime.service;

import chat.parley.realtime.FanOut.RevisedPush;
import chat.parley.realtime.Push;
import chat.parley.realtime.model.EncodedPush;
import chat.parley.realtime.model.Publication;
import chat.parley.realtime.port.BodyWriter;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes a push's body, once for all who get it. */
@ApplicationScoped
class PublicationWriter {
    private final BodyWriter bodies;

    PublicationWriter(BodyWriter bodies) {
        this.bodies = bodies;
    }

    EncodedPush write(Push push) {
        return new EncodedPush(push.route(), bodies.write(push.body()), push.importance());
    }

    Publication.Numbered write(RevisedPush push) {
        EncodedPush author = push.authorPush() == null ? null : write(push.authorPush());
        return new Publication.Numbered(push.topic(), push.revision(), write(push.push()), push.author(), author);
    }
}
