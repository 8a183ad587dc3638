package chat.parley.room.repository;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code room_invitations}. */
@Entity
@Table(name = "room_invitations")
class InvitationEntity {
    @Id
    @Column(name = "code")
    String code;

    @Column(name = "room_id", nullable = false)
    long roomId;

    @Column(name = "created_by", nullable = false)
    long createdBy;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "expires_at")
    @Nullable
    Instant expiresAt;

    @Column(name = "uses_left")
    @Nullable
    Integer usesLeft;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate or the mapper
    InvitationEntity() {}
}
