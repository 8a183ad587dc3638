package chat.parley.message.model;

import chat.parley.identity.UserId;
import chat.parley.room.JoinPolicy;
import chat.parley.room.Role;
import chat.parley.room.WritePolicy;
import org.jspecify.annotations.Nullable;

/**
 * What a SYSTEM entry tells; stored and sent as JSON of just these fields. Who did it is the entry's author.
 *
 * @param userId whom it happened to, where that is not the room as a whole
 * @param seq the message that it is about
 */
public record SystemNotice(
        Type type,
        @Nullable UserId userId,
        @Nullable Role role,
        @Nullable String name,
        @Nullable String topic,
        @Nullable String image,
        @Nullable JoinPolicy joinPolicy,
        @Nullable WritePolicy writePolicy,
        @Nullable Integer retentionDays,
        @Nullable Long seq) {

    public enum Type {
        ROOM_CREATED,
        ROOM_CHANGED,
        MEMBER_JOINED,
        MEMBER_ADDED,
        MEMBER_LEFT,
        MEMBER_REMOVED,
        MEMBER_BANNED,
        BAN_LIFTED,
        ROLE_CHANGED,
        MESSAGE_PINNED
    }

    public static SystemNotice roomCreated(String name) {
        return new SystemNotice(Type.ROOM_CREATED, null, null, name, null, null, null, null, null, null);
    }

    public static SystemNotice ofMember(Type type, UserId userId) {
        return new SystemNotice(type, userId, null, null, null, null, null, null, null, null);
    }

    public static SystemNotice roleChanged(UserId userId, Role role) {
        return new SystemNotice(Type.ROLE_CHANGED, userId, role, null, null, null, null, null, null, null);
    }

    /** Somebody changed facts of the room; only what changed is not null. */
    public static SystemNotice roomChanged(
            @Nullable String name,
            @Nullable String topic,
            @Nullable String image,
            @Nullable JoinPolicy joinPolicy,
            @Nullable WritePolicy writePolicy,
            @Nullable Integer retentionDays) {
        return new SystemNotice(
                Type.ROOM_CHANGED, null, null, name, topic, image, joinPolicy, writePolicy, retentionDays, null);
    }

    public static SystemNotice messagePinned(long seq) {
        return new SystemNotice(Type.MESSAGE_PINNED, null, null, null, null, null, null, null, null, seq);
    }
}
