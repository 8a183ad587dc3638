package chat.parley.message.handler.rest;

import chat.parley.room.RoomId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "MarkReadRequest")
record MarkReadRequest(
        @NotNull RoomId roomId,

        @Schema(description = "The last message that was seen.", examples = "17") @NotNull @Positive
        Long seq) {}
