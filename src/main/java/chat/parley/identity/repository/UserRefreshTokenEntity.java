package chat.parley.identity.repository;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "user_refresh_tokens")
class UserRefreshTokenEntity {
    @Id
    @Column(name = "token_hash", columnDefinition = "BINARY(32)")
    byte[] tokenHash = {};

    @Column(name = "session_id")
    long sessionId;

    int generation;

    @Column(name = "issued_at")
    Instant issuedAt = Instant.EPOCH;
}
