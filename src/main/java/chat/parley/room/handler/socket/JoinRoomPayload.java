package chat.parley.room.handler.socket;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import chat.parley.room.service.JoinRoom;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The body of {@code room.join}: one of the two. */
public record JoinRoomPayload(
        @Nullable RoomId roomId,
        @Size(min = 1, max = 64) @Nullable String invitation) {

    JoinRoom toCommand(UserId caller) {
        return JoinRoom.of(caller, roomId, invitation, "/roomId");
    }
}
