package chat.parley.message.handler.socket;

import chat.parley.room.RoomId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

record PinPayload(
        @NotNull RoomId roomId,
        @NotNull @Positive Long seq,
        @NotNull Boolean on) {}
