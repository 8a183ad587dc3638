package chat.parley.realtime.model;

import chat.parley.realtime.Push;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** What waits because the network takes no more from one client, bounded in bytes and entries. Not thread-safe. */
final class Outbox {
    /** Objects that wait together leave as one frame of about this size. */
    static final int CHUNK_BYTES = 32 * 1024;

    private final OutboxLimits limits;
    private final ArrayDeque<EncodedFrame> waiting = new ArrayDeque<>();
    private int bytes;

    Outbox(OutboxLimits limits) {
        this.limits = limits;
    }

    Delivery offer(EncodedFrame frame, Push.Importance importance) {
        boolean ephemeral = importance == Push.Importance.EPHEMERAL;
        // Ephemeral pushes may use half the room only, so that they never cost a slow client its connection.
        int share = ephemeral ? 2 : 1;
        if (bytes + frame.size() > limits.maxBytes() / share || waiting.size() + 1 > limits.maxEntries() / share) {
            return ephemeral ? Delivery.DROPPED : Delivery.OVERFLOW;
        }
        waiting.add(frame);
        bytes += frame.size();
        return Delivery.ACCEPTED;
    }

    /** Takes the next frame's worth; something must be waiting. */
    List<EncodedFrame> next() {
        List<EncodedFrame> chunk = new ArrayList<>(Math.min(waiting.size(), 64));
        int size = 0;
        do {
            EncodedFrame frame = waiting.remove();
            chunk.add(frame);
            size += frame.size();
        } while (!waiting.isEmpty() && size + waiting.element().size() <= CHUNK_BYTES);
        bytes -= size;
        return chunk;
    }

    /** A quarter of the room is taken: its client should not ask for more before it reads. */
    boolean isBackedUp() {
        return bytes > limits.maxBytes() / 4 || waiting.size() > limits.maxEntries() / 4;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }
}
