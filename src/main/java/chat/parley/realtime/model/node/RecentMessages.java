package chat.parley.realtime.model.node;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;

/**
 * What this node said lately and the database cannot tell again, kept for nodes that were cut off. Bounded: the oldest
 * goes first. Any thread.
 */
public final class RecentMessages {
    private final int maxBytes;
    private final ArrayDeque<Said> said = new ArrayDeque<>();
    private int bytes;
    private Instant completeAfter = Instant.MIN;

    public RecentMessages(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    private record Said(Instant at, byte[] message) {}

    public synchronized void add(Instant now, byte[] message) {
        said.add(new Said(now, message));
        bytes += message.length;
        while (bytes > maxBytes) {
            Said oldest = said.remove();
            bytes -= oldest.message.length;
            completeAfter = oldest.at;
        }
    }

    /** Whether {@link #since} has everything from then on. */
    public synchronized boolean isCompleteSince(Instant then) {
        return then.isAfter(completeAfter);
    }

    public synchronized List<byte[]> since(Instant then) {
        return said.stream()
                .filter(message -> !message.at.isBefore(then))
                .map(Said::message)
                .toList();
    }
}
