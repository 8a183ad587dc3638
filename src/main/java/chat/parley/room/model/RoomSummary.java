package chat.parley.room.model;

import chat.parley.room.Role;
import org.jspecify.annotations.Nullable;

/**
 * A room and how one reader stands to it, without what other features know of it.
 *
 * @param role null to somebody who is not a member
 */
public record RoomSummary(
        Room room,
        int memberCount,
        long lastSeq,
        long lastRev,
        @Nullable Role role,
        long readSeq) {}
