package chat.parley.realtime.service;

import chat.parley.realtime.Push;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.EncodedFrame;
import chat.parley.realtime.model.EncodedPush;
import chat.parley.realtime.model.FrameCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Tells each connection something of its own; connections that are told the same share what is written for it. */
@ApplicationScoped
public class DirectDelivery {
    private final PublicationWriter writer;

    DirectDelivery(PublicationWriter writer) {
        this.writer = writer;
    }

    private record Said(Object news, FrameCodec codec) {}

    /** An ephemeral push for each of the connections, made of its part of the news. */
    public <T> void toEach(String route, Map<Connection, T> news, Function<T, Object> body) {
        Map<T, EncodedPush> pushes = new HashMap<>();
        Map<Said, EncodedFrame> frames = new HashMap<>();
        news.forEach((connection, part) -> {
            EncodedPush push = pushes.computeIfAbsent(part, p -> writer.write(Push.ephemeral(route, body.apply(p))));
            EncodedFrame frame = frames.computeIfAbsent(
                    new Said(part, connection.codec()),
                    said -> connection.codec().push(push));
            connection.push(frame, push.importance(), null, 0);
        });
    }
}
