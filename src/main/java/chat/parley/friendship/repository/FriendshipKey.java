package chat.parley.friendship.repository;

import chat.parley.identity.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
record FriendshipKey(
        @Column(name = "user_id") long userId,
        @Column(name = "friend_id") long friendId) {
    static FriendshipKey of(UserId user, UserId friend) {
        return new FriendshipKey(user.value(), friend.value());
    }

    /** Of the two rows of a pair the one that comes first in the table, whoever asks. */
    static FriendshipKey lower(UserId one, UserId other) {
        return one.compareTo(other) < 0 ? of(one, other) : of(other, one);
    }

    FriendshipKey mirrored() {
        return new FriendshipKey(/* userId= */ friendId, /* friendId= */ userId);
    }
}
