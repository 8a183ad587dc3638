package chat.parley.room.repository;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code room_members}. */
@Entity
@Table(name = "room_members")
class MemberEntity {
    @EmbeddedId
    MemberKey key;

    @Column(name = "role", nullable = false)
    String role;

    // Moved by JdbcReadPositions alone.
    @Column(name = "read_seq", nullable = false, updatable = false)
    long readSeq;

    @Column(name = "joined_at", nullable = false)
    Instant joinedAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate or the mapper
    MemberEntity() {}
}
