package chat.parley.friendship.repository;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
record BlockKey(
        @Column(name = "user_id") long userId,
        @Column(name = "blocked_id") long blockedId) {}
