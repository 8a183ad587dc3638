package chat.parley.message.model.search;

import chat.parley.room.RoomId;
import java.time.Instant;

/** Where a message stands in what was found, which goes from the newest to the oldest. */
public record SearchPlace(Instant at, RoomId roomId, long seq) {
    /** Before all. */
    public static final SearchPlace NEWEST =
            new SearchPlace(Instant.parse("9999-01-01T00:00:00Z"), new RoomId(Long.MAX_VALUE), Long.MAX_VALUE);

    /**
     * Reads {@link #toString}.
     *
     * @throws RuntimeException if it is anything else
     */
    public static SearchPlace parse(String text) {
        String[] parts = text.split("-", 3);
        Instant at = Instant.ofEpochMilli(Long.parseLong(parts[0]));
        if (at.isBefore(Instant.EPOCH) || at.isAfter(NEWEST.at())) {
            throw new IllegalArgumentException("no such time");
        }
        return new SearchPlace(at, RoomId.parse(parts[1]), Long.parseLong(parts[2]));
    }

    @Override
    public String toString() {
        return at.toEpochMilli() + "-" + roomId + "-" + seq;
    }
}
