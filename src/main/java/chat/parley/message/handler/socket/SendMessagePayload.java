package chat.parley.message.handler.socket;

import chat.parley.media.MediaId;
import chat.parley.message.service.SendMessage;
import chat.parley.realtime.SocketSession;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record SendMessagePayload(
        @NotNull RoomId roomId,
        @NotNull UUID clientId,
        @Nullable String text,
        @Nullable MediaId mediaId,
        @Positive @Nullable Long replySeq) {

    SendMessage toCommand(SocketSession session) {
        return new SendMessage(
                new Seat(roomId, session.userId()), clientId, text, mediaId, replySeq, session.connectionId());
    }
}
