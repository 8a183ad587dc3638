package chat.parley.room.model;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A door into a room for whoever knows its code.
 *
 * @param expiresAt null never expires
 * @param usesLeft null is without limit
 */
public record Invitation(
        InvitationCode code,
        RoomId roomId,
        UserId createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Integer usesLeft) {

    public boolean isUsable(Instant now) {
        return (expiresAt == null || now.isBefore(expiresAt)) && (usesLeft == null || usesLeft > 0);
    }

    public Invitation used() {
        return usesLeft == null ? this : new Invitation(code, roomId, createdBy, createdAt, expiresAt, usesLeft - 1);
    }
}
