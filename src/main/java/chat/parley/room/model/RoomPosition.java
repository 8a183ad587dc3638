package chat.parley.room.model;

import chat.parley.room.RoomId;
import java.time.Instant;
import java.util.Comparator;

/** A place in a room list, which goes by the latest activity, newest first. */
public record RoomPosition(Instant activeAt, RoomId roomId) implements Comparable<RoomPosition> {
    private static final Comparator<RoomPosition> ORDER = Comparator.comparing(RoomPosition::activeAt)
            .thenComparing(RoomPosition::roomId)
            .reversed();

    /**
     * Reads {@link #toString}.
     *
     * @throws RuntimeException if it is anything else
     */
    public static RoomPosition parse(String text) {
        int dash = text.indexOf('-');
        return new RoomPosition(
                Instant.ofEpochMilli(Long.parseLong(text.substring(0, dash))), RoomId.parse(text.substring(dash + 1)));
    }

    @Override
    public int compareTo(RoomPosition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return activeAt.toEpochMilli() + "-" + roomId;
    }
}
