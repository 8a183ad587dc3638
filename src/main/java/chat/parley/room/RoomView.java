package chat.parley.room;

import chat.parley.identity.UserProfile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A room as one reader sees it; the {@code room} shape of the wire.
 *
 * @param name empty in a direct room, which shows {@code other} instead
 * @param image id of the picture
 * @param retentionDays for how long messages are kept; null is for good
 * @param firstSeq number of the oldest message that is kept
 * @param role null to somebody who is not a member
 * @param readSeq number of the last message the reader has seen; null, like all that is the reader's own, in {@link
 *     #shared}
 * @param unread messages of others after that one, at most 100
 * @param mentions those among them that call the reader, at most 100
 * @param notifyLevel of what the reader wants to be told
 * @param readOnly nobody can write here any more
 * @param lastMessage in the wire shape of a message; null in an empty room and to outsiders
 * @param other the other person of a direct room
 */
public record RoomView(
        RoomId id,
        String name,
        @Nullable String topic,
        @Nullable String image,
        ChannelType channelType,
        JoinPolicy joinPolicy,
        WritePolicy writePolicy,
        @Nullable Integer retentionDays,
        @Nullable Role role,
        int memberCount,
        long firstSeq,
        long lastSeq,
        long lastRev,
        @Nullable Long readSeq,
        @Nullable Integer unread,
        @Nullable Integer mentions,
        @Nullable NotifyLevel notifyLevel,
        boolean readOnly,
        @Nullable Object lastMessage,
        @Nullable UserProfile other,
        Instant createdAt) {

    /** What is the same for every reader, to be sent to all of them. */
    public RoomView shared() {
        return new RoomView(
                id,
                name,
                topic,
                image,
                channelType,
                joinPolicy,
                writePolicy,
                retentionDays,
                null,
                memberCount,
                firstSeq,
                lastSeq,
                lastRev,
                null,
                null,
                null,
                null,
                readOnly,
                null,
                null,
                createdAt);
    }
}
