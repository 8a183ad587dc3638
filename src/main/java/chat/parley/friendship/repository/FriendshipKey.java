package chat.parley.friendship.repository;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
record FriendshipKey(
        @Column(name = "user_id") long userId,
        @Column(name = "friend_id") long friendId) {}
