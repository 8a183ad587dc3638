package chat.parley.message.handler.socket;

import chat.parley.message.service.change.ReactToMessage;
import chat.parley.realtime.SocketSession;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

record ReactPayload(
        @NotNull RoomId roomId,
        @NotNull @Positive Long seq,
        @NotNull String emoji,
        @NotNull Boolean on) {

    ReactToMessage toCommand(SocketSession session) {
        return new ReactToMessage(new Seat(roomId, session.userId()), seq, emoji, on);
    }
}
