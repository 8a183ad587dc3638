package chat.parley.message.handler.socket;

import chat.parley.message.service.change.EditMessage;
import chat.parley.realtime.SocketSession;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

record EditMessagePayload(
        @NotNull RoomId roomId,
        @NotNull @Positive Long seq,
        @NotNull String text) {

    EditMessage toCommand(SocketSession session) {
        return new EditMessage(new Seat(roomId, session.userId()), seq, text);
    }
}
