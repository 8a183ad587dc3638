package chat.parley.friendship.model;

import chat.parley.friendship.DirectRoomId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Both sides of a friendship; they change together or not at all. */
public record FriendshipPair(Friendship mine, Friendship theirs) {
    public FriendshipPair {
        if (!mine.userId().equals(theirs.friendId()) || !mine.friendId().equals(theirs.userId())) {
            throw new IllegalArgumentException("two sides of different friendships");
        }
    }

    public FriendshipPair requestedByMe(@Nullable String note, Instant now) {
        return new FriendshipPair(
                mine.requested(FriendState.REQUESTED, note, now), theirs.requested(FriendState.PENDING, note, now));
    }

    public FriendshipPair accepted(DirectRoomId room, Instant now) {
        return new FriendshipPair(mine.accepted(room, now), theirs.accepted(room, now));
    }
}
