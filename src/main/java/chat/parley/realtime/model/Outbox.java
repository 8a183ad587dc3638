package chat.parley.realtime.model;

import chat.parley.realtime.Push;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * What waits to be written to one client, bounded in bytes and entries. What is on its way counts until it left the
 * process. Not thread-safe: its {@link Connection} guards it.
 */
final class Outbox {
    /** Objects that wait together leave as one frame of about this size: one system call instead of many. */
    static final int CHUNK_BYTES = 32 * 1024;

    private final OutboxLimits limits;
    private final ArrayDeque<EncodedFrame> waiting = new ArrayDeque<>(4);
    private int bytes;
    private int entries;
    private int bytesOnTheWay;
    private int entriesOnTheWay;

    Outbox(OutboxLimits limits) {
        this.limits = limits;
    }

    enum Offer {
        ACCEPTED,
        /** Ephemeral, and the client is slow: it goes without. */
        DROPPED,
        /** Must arrive and cannot: the connection has to end. */
        OVERFLOW
    }

    Offer offer(EncodedFrame frame, Push.Importance importance) {
        boolean ephemeral = importance == Push.Importance.EPHEMERAL;
        // Ephemeral pushes may use half the room only, so that they never cost a slow client its connection.
        int share = ephemeral ? 2 : 1;
        if (bytes + frame.size() > limits.maxBytes() / share || entries + 1 > limits.maxEntries() / share) {
            return ephemeral ? Offer.DROPPED : Offer.OVERFLOW;
        }
        waiting.add(frame);
        bytes += frame.size();
        entries++;
        return Offer.ACCEPTED;
    }

    /** Takes the next frame's worth; empty when nothing waits or the former one is still on its way. */
    List<EncodedFrame> next() {
        if (entriesOnTheWay > 0 || waiting.isEmpty()) {
            return List.of();
        }
        List<EncodedFrame> chunk = new ArrayList<>(Math.min(waiting.size(), 64));
        do {
            EncodedFrame frame = waiting.remove();
            chunk.add(frame);
            bytesOnTheWay += frame.size();
        } while (!waiting.isEmpty() && bytesOnTheWay + waiting.element().size() <= CHUNK_BYTES);
        entriesOnTheWay = chunk.size();
        return chunk;
    }

    void written() {
        bytes -= bytesOnTheWay;
        entries -= entriesOnTheWay;
        bytesOnTheWay = 0;
        entriesOnTheWay = 0;
    }

    boolean isEmpty() {
        return entries == 0;
    }

    void clear() {
        waiting.clear();
        bytes = bytesOnTheWay;
        entries = entriesOnTheWay;
    }
}
