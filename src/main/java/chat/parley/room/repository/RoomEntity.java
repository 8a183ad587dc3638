package chat.parley.room.repository;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code rooms}. The numbers of the log and {@code member_count} are left out: they
 * are advanced by statements of their own, and a stale copy written back would undo that.
 */
@Entity
@Table(name = "rooms")
class RoomEntity {
    @Id
    @Column(name = "id")
    long id;

    @Column(name = "name", nullable = false)
    String name;

    @Column(name = "topic")
    @Nullable
    String topic;

    @Column(name = "image")
    @Nullable
    Long image;

    @Column(name = "channel_type", nullable = false)
    String channelType;

    @Column(name = "join_policy", nullable = false)
    String joinPolicy;

    @Column(name = "write_policy", nullable = false)
    String writePolicy;

    @Column(name = "retention_days")
    @Nullable
    Integer retentionDays;

    @Column(name = "direct_key")
    @Nullable
    String directKey;

    @Column(name = "read_only", nullable = false)
    boolean readOnly;

    @Column(name = "created_by", nullable = false)
    long createdBy;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    Instant updatedAt;

    @Column(name = "deleted_at")
    @Nullable
    Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate or the mapper
    RoomEntity() {}
}
