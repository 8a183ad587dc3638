package chat.parley.message.model;

import chat.parley.identity.UserId;
import chat.parley.media.Attachment;
import chat.parley.room.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a room's log. It is its place: {@code (roomId, seq)} names it for good.
 *
 * @param seq number of the message in its room, 1, 2, 3, ...
 * @param rev number of the latest change of the room that touched this message
 * @param userId the author; of a SYSTEM entry, who did what it tells
 * @param text of a MEDIA message, its caption
 * @param clientId the author's own key; the same key always means the same message
 * @param reactions in the order in which the emoji came
 */
public record Message(
        RoomId roomId,
        long seq,
        long rev,
        UserId userId,
        ContentType contentType,
        @Nullable String text,
        @Nullable Attachment media,
        @Nullable SystemNotice system,
        @Nullable Recall recall,
        @Nullable Long replySeq,
        @Nullable UUID clientId,
        Instant createdAt,
        @Nullable Instant editedAt,
        @Nullable Mentions mentions,
        List<Reaction> reactions,
        @Nullable Pin pin) {

    /** One that nobody has changed or reacted to. */
    public Message(
            RoomId roomId,
            long seq,
            long rev,
            UserId userId,
            ContentType contentType,
            @Nullable String text,
            @Nullable SystemNotice system,
            @Nullable Recall recall,
            @Nullable Long replySeq,
            @Nullable UUID clientId,
            Instant createdAt,
            @Nullable Mentions mentions) {
        this(
                roomId,
                seq,
                rev,
                userId,
                contentType,
                text,
                null,
                system,
                recall,
                replySeq,
                clientId,
                createdAt,
                null,
                mentions,
                List.of(),
                null);
    }

    /** Whether it counts as unread for this reader: what others say, and not what the room tells or somebody took back. */
    public boolean isNewsTo(UserId reader) {
        return !userId.equals(reader) && contentType != ContentType.SYSTEM && contentType != ContentType.RECALLED;
    }

    /** Whether it is news that calls this reader by name. */
    public boolean calls(UserId reader) {
        return mentions != null && isNewsTo(reader) && mentions.concern(reader);
    }

    /** The tombstone that takes this message's place. */
    public Message recalled(long newRev, Recall by) {
        return new Message(
                roomId, seq, newRev, userId, ContentType.RECALLED, null, null, by, null, clientId, createdAt, null);
    }
}
