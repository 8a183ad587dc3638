package chat.parley.message.handler.rest;

import chat.parley.identity.UserId;
import chat.parley.message.service.change.EditMessage;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "EditMessageRequest")
record EditMessageRequest(
        @NotNull RoomId roomId,

        @Schema(description = "The message's number in the room.", examples = "17") @NotNull @Positive
        Long seq,

        @Schema(description = "At most 8,000 characters (code points).", examples = "Good morning, @bob!") @NotNull
        String text) {

    EditMessage toCommand(UserId author) {
        return new EditMessage(new Seat(roomId, author), seq, text);
    }
}
