package chat.parley.room.repository;

import chat.parley.room.RoomId;
import chat.parley.room.model.DirectKey;
import chat.parley.room.model.Room;
import chat.parley.room.port.RoomRepository;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

@ApplicationScoped
class PanacheRoomRepository implements RoomRepository, PanacheRepositoryBase<RoomEntity, Long> {
    // An insert that meets an existing row locks that row and no gap beside it, unlike a locking read that finds
    // nothing.
    private static final String INSERT_DIRECT = """
            INSERT INTO rooms (id, name, channel_type, join_policy, direct_key, read_only, created_by, created_at, updated_at)
            VALUES (:id, :name, :type, :policy, :key, FALSE, :by, :now, :now)
            ON DUPLICATE KEY UPDATE id = rooms.id""";

    @Override
    public void add(Room room) {
        persistAndFlush(RoomMapper.toEntity(room));
    }

    @Override
    public Optional<Room> lock(RoomId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .filter(row -> row.deletedAt == null)
                .map(RoomMapper::toModel);
    }

    @Override
    public Optional<Room> lockDirect(DirectKey key) {
        return find("directKey", key.toString())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional()
                .map(RoomMapper::toModel);
    }

    @Override
    public Room claimDirect(Room room) {
        DirectKey key = Objects.requireNonNull(room.directKey());
        getEntityManager()
                .createNativeQuery(INSERT_DIRECT)
                .setParameter("id", room.id().value())
                .setParameter("name", room.name())
                .setParameter("type", room.channelType().name())
                .setParameter("policy", room.joinPolicy().wireName())
                .setParameter("key", key.toString())
                .setParameter("by", room.createdBy().value())
                .setParameter("now", room.createdAt())
                .executeUpdate();
        return lockDirect(key).orElseThrow();
    }

    @Override
    public void save(Room room, Instant now) {
        RoomMapper.copy(room, managed(room.id()), now);
        flush();
    }

    @Override
    public void delete(RoomId id, Instant now) {
        managed(id).deletedAt = now;
        flush();
    }

    private RoomEntity managed(RoomId id) {
        return Objects.requireNonNull(findById(id.value()));
    }
}
