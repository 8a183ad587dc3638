package chat.parley.room.handler.rest;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import chat.parley.room.model.Invitation;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The {@code invitation} shape. */
@Schema(description = "Lets whoever knows its code into a room.")
public record InvitationResponse(
        String code,
        RoomId roomId,
        UserId createdBy,

        @Schema(description = "Absent: never.") @Nullable Instant expiresAt,

        @Schema(description = "Absent: any number.") @Nullable
        Integer usesLeft,

        Instant createdAt) {

    static InvitationResponse from(Invitation invitation) {
        return new InvitationResponse(
                invitation.code().value(),
                invitation.roomId(),
                invitation.createdBy(),
                invitation.expiresAt(),
                invitation.usesLeft(),
                invitation.createdAt());
    }
}
