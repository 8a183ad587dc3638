package chat.parley.room.model;

import chat.parley.identity.UserId;
import chat.parley.room.ChannelType;
import chat.parley.room.JoinPolicy;
import chat.parley.room.RoomId;
import chat.parley.room.WritePolicy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A room without its members and its log.
 *
 * @param image id of the picture
 * @param retentionDays for how long messages are kept; null is for good
 * @param directKey of a direct room only
 * @param readOnly nobody can write here any more
 */
public record Room(
        RoomId id,
        String name,
        @Nullable String topic,
        @Nullable String image,
        JoinPolicy joinPolicy,
        WritePolicy writePolicy,
        @Nullable Integer retentionDays,
        @Nullable DirectKey directKey,
        boolean readOnly,
        UserId createdBy,
        Instant createdAt) {

    public static Room direct(RoomId id, DirectKey key, UserId createdBy, Instant now) {
        return new Room(id, "", null, null, JoinPolicy.INVITE, WritePolicy.EVERYONE, null, key, false, createdBy, now);
    }

    public ChannelType channelType() {
        return directKey == null ? ChannelType.PUBLIC : ChannelType.PRIVATE;
    }

    public boolean isDirect() {
        return directKey != null;
    }

    public boolean isOpen() {
        return !isDirect() && joinPolicy == JoinPolicy.OPEN;
    }

    public Room withReadOnly(boolean value) {
        return new Room(
                id, name, topic, image, joinPolicy, writePolicy, retentionDays, directKey, value, createdBy, createdAt);
    }
}
