package chat.parley.room.handler.rest;

import chat.parley.room.RoomId;
import jakarta.validation.constraints.NotNull;

/** The body of {@code POST /api/leaveRoom}. */
public record LeaveRoomRequest(@NotNull RoomId id) {}
