package chat.parley.realtime.model;

import chat.parley.realtime.Push;
import chat.parley.realtime.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Pushes that came while a session was being opened, bounded like what waits for a slow client. Not thread-safe. */
final class HeldPushes {
    private final List<Held> pushes = new ArrayList<>();
    private int bytes;

    /**
     * One of them.
     *
     * @param revision its number in the topic; 0 if it has none
     */
    record Held(
            EncodedFrame frame,
            Push.Importance importance,
            @Nullable Topic topic,
            long revision) {}

    Delivery add(Held push, OutboxLimits limits) {
        if (bytes + push.frame.size() > limits.maxBytes() || pushes.size() >= limits.maxEntries()) {
            return push.importance == Push.Importance.EPHEMERAL ? Delivery.DROPPED : Delivery.OVERFLOW;
        }
        pushes.add(push);
        bytes += push.frame.size();
        return Delivery.ACCEPTED;
    }

    void forEach(Consumer<Held> action) {
        pushes.forEach(action);
    }
}
