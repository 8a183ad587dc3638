package chat.parley.message.handler.socket;

import chat.parley.room.RoomId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

record SyncRoomPayload(
        @NotNull RoomId roomId, @NotNull @PositiveOrZero Long rev) {}
