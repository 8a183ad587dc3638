package chat.parley.message.handler.rest;

import chat.parley.room.RoomId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ReactionRequest")
record ReactionRequest(
        @NotNull RoomId roomId,

        @Schema(description = "The message's number in the room.", examples = "17") @NotNull @Positive
        Long seq,

        @Schema(description = "Exactly one emoji.", examples = "👍") @NotNull
        String emoji) {}
