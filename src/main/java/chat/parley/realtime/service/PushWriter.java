package chat.parley.realtime.service;

import chat.parley.realtime.Push;
import chat.parley.realtime.model.EncodedPush;
import chat.parley.realtime.port.BodyWriter;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes a push's body, once for all who get it. */
@ApplicationScoped
class PushWriter {
    private final BodyWriter bodies;

    PushWriter(BodyWriter bodies) {
        this.bodies = bodies;
    }

    EncodedPush write(Push push) {
        return new EncodedPush(push.route(), bodies.write(push.body()), push.importance());
    }
}
