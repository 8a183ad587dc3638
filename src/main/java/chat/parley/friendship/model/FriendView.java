package chat.parley.friendship.model;

import chat.parley.friendship.DirectRoomId;
import chat.parley.identity.UserProfile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A friend, or somebody who asks or was asked, as one person sees them; the {@code friend} shape of the wire.
 *
 * @param createdAt when the one asked the other; null once there is nothing between them
 */
public record FriendView(
        UserProfile user,
        FriendState state,
        @Nullable String note,
        @Nullable DirectRoomId roomId,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    public static FriendView of(Friendship side, UserProfile friend) {
        return new FriendView(friend, side.state(), side.note(), side.roomId(), side.createdAt(), side.updatedAt());
    }

    /** What is left to say after a friendship or request ended. */
    public static FriendView none(UserProfile user) {
        return new FriendView(user, FriendState.NONE, null, null, null, null);
    }
}
