package chat.parley.room.model;

import chat.parley.room.NotifyLevel;
import chat.parley.room.Role;
import chat.parley.room.RoomActivity.Position;
import org.jspecify.annotations.Nullable;

/**
 * A room and how one reader stands to it, without what other features know of it.
 *
 * @param firstSeq number of the oldest message that is kept
 * @param role null to somebody who is not a member
 * @param notifyLevel of what the reader wants to be told; null to somebody who is not a member
 */
public record RoomSummary(
        Room room,
        int memberCount,
        long firstSeq,
        long lastSeq,
        long lastRev,
        @Nullable Role role,
        long readSeq,
        @Nullable NotifyLevel notifyLevel) {
    /** Where the reader stands in what is left of the log: nobody has yet to read what was removed. */
    public Position position() {
        return new Position(lastSeq < firstSeq ? 0 : lastSeq, lastRev, Math.max(readSeq, firstSeq - 1));
    }
}
