package chat.parley.identity.repository;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "user_sessions")
class UserSessionEntity {
    @Id
    long id;

    @Column(name = "user_id")
    long userId;

    int generation;

    @Column(name = "user_agent")
    @Nullable
    String userAgent;

    String ip = "";

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "last_used_at")
    Instant lastUsedAt = Instant.EPOCH;

    @Column(name = "expires_at")
    Instant expiresAt = Instant.EPOCH;

    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;
}
