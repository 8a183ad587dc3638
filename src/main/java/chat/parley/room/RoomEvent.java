package chat.parley.room;

import chat.parley.identity.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a room or its members. Fired inside the transaction that makes it true: an observer that
 * joins the transaction becomes part of it, one that waits for its success may tell the world.
 */
public sealed interface RoomEvent {
    RoomId roomId();

    /** Who did it. */
    UserId actor();

    record RoomCreated(RoomId roomId, UserId actor, String name) implements RoomEvent {}

    /** Only what changed is not null; an empty topic or image was taken away, and no days keep messages for good. */
    record RoomChanged(
            RoomId roomId,
            UserId actor,
            @Nullable String name,
            @Nullable String topic,
            @Nullable String image,
            @Nullable JoinPolicy joinPolicy,
            @Nullable WritePolicy writePolicy,
            @Nullable Integer retentionDays)
            implements RoomEvent {}

    /** By themselves, through an open door or an invitation. */
    record MemberJoined(RoomId roomId, UserId actor) implements RoomEvent {}

    record MembersAdded(RoomId roomId, UserId actor, List<UserId> members) implements RoomEvent {}

    record MemberLeft(RoomId roomId, UserId actor) implements RoomEvent {}

    record MemberRemoved(RoomId roomId, UserId actor, UserId member) implements RoomEvent {}

    /**
     * They may not come back until the ban is lifted.
     *
     * @param wasIn whether they were in the room, and are out of it now
     */
    record MemberBanned(RoomId roomId, UserId actor, UserId member, boolean wasIn) implements RoomEvent {}

    record BanLifted(RoomId roomId, UserId actor, UserId member) implements RoomEvent {}

    record RoleChanged(RoomId roomId, UserId actor, UserId member, Role role) implements RoomEvent {}

    /** The room is gone for all of them. */
    record RoomDeleted(RoomId roomId, UserId actor, List<UserId> members) implements RoomEvent {}

    /** Two people's room was made. */
    record DirectRoomCreated(RoomId roomId, UserId actor, UserId other) implements RoomEvent {}

    /** Two people's room changed between writable and read-only. */
    record DirectRoomChanged(RoomId roomId, UserId actor, UserId other) implements RoomEvent {}
}
