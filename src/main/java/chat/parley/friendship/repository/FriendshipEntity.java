package chat.parley.friendship.repository;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code user_friends}: one side of a friendship. */
@Entity
@Table(name = "user_friends")
class FriendshipEntity {
    @EmbeddedId
    FriendshipKey key;

    @Column(name = "state", nullable = false)
    String state;

    @Column(name = "note")
    @Nullable
    String note;

    @Column(name = "room_id")
    @Nullable
    Long roomId;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    Instant updatedAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    FriendshipEntity() {}
}
