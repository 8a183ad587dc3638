package chat.parley.room.model;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody may not come back into a room.
 *
 * @param reason for the room's admins to read
 */
public record Ban(
        RoomId roomId,
        UserId userId,
        UserId bannedBy,
        @Nullable String reason,
        Instant createdAt) {}
