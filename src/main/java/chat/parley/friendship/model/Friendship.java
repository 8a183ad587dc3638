package chat.parley.friendship.model;

import chat.parley.friendship.DirectRoomId;
import chat.parley.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One side of a friendship.
 *
 * @param userId whose side this is
 * @param note what the one who asked said with it
 * @param roomId their direct room, once they were friends
 */
public record Friendship(
        UserId userId,
        UserId friendId,
        FriendState state,
        @Nullable String note,
        @Nullable DirectRoomId roomId,
        Instant createdAt,
        Instant updatedAt) {

    Friendship requested(FriendState side, @Nullable String withNote, Instant now) {
        return new Friendship(userId, friendId, side, withNote, roomId, now, now);
    }

    Friendship accepted(DirectRoomId room, Instant now) {
        return new Friendship(userId, friendId, FriendState.ACCEPTED, note, room, createdAt, now);
    }
}
