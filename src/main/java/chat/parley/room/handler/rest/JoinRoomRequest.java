package chat.parley.room.handler.rest;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import chat.parley.room.service.JoinRoom;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/joinRoom}: one of the two. */
@Schema(description = "The open room, or the invitation to another.")
public record JoinRoomRequest(
        @Nullable RoomId id,

        @Schema(description = "The invitation's code.") @Size(min = 1, max = 64) @Nullable
        String invitation) {

    JoinRoom toCommand(UserId caller) {
        return JoinRoom.of(caller, id, invitation, "/id");
    }
}
