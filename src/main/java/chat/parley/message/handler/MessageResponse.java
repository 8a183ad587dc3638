package chat.parley.message.handler;

import chat.parley.identity.UserId;
import chat.parley.media.MediaView;
import chat.parley.message.model.Appended;
import chat.parley.message.model.ContentType;
import chat.parley.message.model.Mentions;
import chat.parley.message.model.Message;
import chat.parley.message.model.Pin;
import chat.parley.message.model.Reaction;
import chat.parley.message.model.Recall;
import chat.parley.message.model.SystemNotice;
import chat.parley.room.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The {@code message} shape of the wire, in REST answers, socket answers and pushes. */
@Schema(name = "Message", description = "One entry of a room's log.")
public record MessageResponse(
        @Schema(description = "`<roomId>-<seq>`", examples = "768145206534078464-17")
        String id,

        RoomId roomId,

        @Schema(description = "Number of the message in its room: 1, 2, 3, ... without gaps.", examples = "17")
        long seq,

        @Schema(
                description = "Number of the room's change that touched this message last; unique in the room.",
                examples = "19")
        long rev,

        @Schema(description = "The author; of a SYSTEM message, who did what it tells.")
        UserId userId,

        ContentType contentType,

        @Schema(description = "Of a MEDIA message, its caption.", examples = "Good morning!") @Nullable
        String text,

        @Schema(description = "The file that a MEDIA message brings.") @Nullable
        MediaView media,

        @Schema(description = "What a SYSTEM message tells.") @Nullable
        SystemNotice system,

        @Schema(description = "Who took the message back; only on RECALLED.") @Nullable
        Recall recall,

        @Schema(description = "The message of this room that this one answers.", examples = "15") @Nullable
        Long replySeq,

        @Schema(description = "The author's own key for this message; only the author gets it.") @Nullable
        UUID clientId,

        Instant createdAt,

        @Schema(description = "When the text got its present form; absent if it was never edited.") @Nullable
        Instant editedAt,

        @Schema(description = "Whom the text calls by name. Absent if it calls nobody.") @Nullable
        Mentions mentions,

        @Schema(description = "Absent if there are none.") @Nullable
        List<Reaction> reactions,

        @Schema(description = "Absent if it is not pinned.") @Nullable
        Pin pin,

        @Schema(description = "True when this send was a repeat and stored nothing; otherwise absent.") @Nullable
        Boolean duplicate) {

    /** As everybody sees it. */
    public static MessageResponse from(Message message) {
        return of(message, null, null);
    }

    /** As this reader sees it: authors get their own {@code clientId} back. */
    public static MessageResponse from(Message message, UserId reader) {
        return of(message, message.userId().equals(reader) ? message.clientId() : null, null);
    }

    /** The answer to a send. */
    public static MessageResponse from(Appended appended) {
        return of(appended.message(), appended.message().clientId(), appended.duplicate() ? true : null);
    }

    private static MessageResponse of(Message m, @Nullable UUID clientId, @Nullable Boolean duplicate) {
        return new MessageResponse(
                m.roomId() + "-" + m.seq(),
                m.roomId(),
                m.seq(),
                m.rev(),
                m.userId(),
                m.contentType(),
                m.text(),
                m.media() == null ? null : MediaView.of(m.media()),
                m.system(),
                m.recall(),
                m.replySeq(),
                clientId,
                m.createdAt(),
                m.editedAt(),
                m.mentions(),
                m.reactions().isEmpty() ? null : m.reactions(),
                m.pin(),
                duplicate);
    }
}
