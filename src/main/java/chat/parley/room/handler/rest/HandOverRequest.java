package chat.parley.room.handler.rest;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code POST /api/room/owner}. */
public record HandOverRequest(
        @NotNull RoomId roomId,

        @Schema(description = "A member, who becomes the creator.") @NotNull
        UserId userId) {}
