package chat.parley.message.handler.socket;

import chat.parley.room.RoomId;
import jakarta.validation.constraints.NotNull;

/** Names one room. */
record RoomPayload(@NotNull RoomId roomId) {}
