package chat.parley.room.handler.socket;

import chat.parley.room.RoomId;
import jakarta.validation.constraints.NotNull;

/** The body of {@code room.leave}. */
public record LeaveRoomPayload(@NotNull RoomId roomId) {}
