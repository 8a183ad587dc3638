package chat.parley.friendship.repository;

import chat.parley.friendship.model.Block;
import chat.parley.identity.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code user_blocks}. */
@Entity
@Table(name = "user_blocks")
class BlockEntity {
    @EmbeddedId
    BlockKey key;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    BlockEntity() {}

    Block toModel() {
        return new Block(new UserId(key.userId()), new UserId(key.blockedId()), createdAt);
    }
}
