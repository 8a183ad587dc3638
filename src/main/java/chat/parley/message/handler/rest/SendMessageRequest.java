package chat.parley.message.handler.rest;

import chat.parley.identity.UserId;
import chat.parley.media.MediaId;
import chat.parley.message.service.SendMessage;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.shared.web.IdempotencyKey;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SendMessageRequest")
record SendMessageRequest(
        @NotNull RoomId roomId,

        @Schema(description = "Your own key for this message, a UUID; the same key is the same message, for good.")
        @Nullable
        UUID clientId,

        @Schema(
                description =
                        "At most 8,000 characters (code points). Beside a file it is a caption, and may be missing.",
                examples = "Good morning!")
        @Nullable
        String text,

        @Schema(description = "A file to bring: one's own upload, or one that was posted in a room of one's own.")
        @Nullable
        MediaId mediaId,

        @Schema(description = "The message of this room that this one answers.") @Positive @Nullable
        Long replySeq) {

    /** Without any key the call cannot be told from a repeat, so it gets one that nobody will repeat. */
    SendMessage toCommand(UserId author, @Nullable IdempotencyKey header) {
        UUID key = IdempotencyKey.of(clientId, header);
        return new SendMessage(
                new Seat(roomId, author), key != null ? key : UUID.randomUUID(), text, mediaId, replySeq, null);
    }
}
