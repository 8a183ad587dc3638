package chat.parley.room.repository;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import chat.parley.room.model.DirectKey;
import chat.parley.room.model.Room;
import chat.parley.room.port.RoomRepository;
import chat.parley.shared.sql.UuidColumn;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PanacheRoomRepository implements RoomRepository, PanacheRepositoryBase<RoomEntity, Long> {
    // Tried first and looked for afterwards: a locking read that finds nothing, and ON DUPLICATE KEY UPDATE as well,
    // would lock the gap where other pairs want to insert their rooms, and two of them would wait for each other.
    private static final String INSERT_DIRECT = """
            INSERT INTO rooms (id, name, channel_type, join_policy, direct_key, created_by, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String INSERT_KEYED = """
            INSERT INTO rooms (id, name, topic, channel_type, join_policy, created_by, client_id, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    // Locking, to see what was committed while the insertion waited for it.
    private static final String MADE_BY = "SELECT id FROM rooms WHERE created_by = ? AND client_id = ? FOR SHARE";

    private final Sql sql;

    PanacheRoomRepository(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Room room) {
        persistAndFlush(RoomMapper.toEntity(room));
    }

    @Override
    public boolean add(Room room, UUID clientId) {
        LocalDateTime createdAt = LocalDateTime.ofInstant(room.createdAt(), ZoneOffset.UTC);
        return sql.insert(
                INSERT_KEYED,
                Arrays.asList(
                        room.id().value(),
                        room.name(),
                        room.topic(),
                        room.channelType().name(),
                        room.joinPolicy().wireName(),
                        room.createdBy().value(),
                        UuidColumn.bytes(clientId),
                        createdAt,
                        createdAt));
    }

    @Override
    public Optional<RoomId> madeBy(UserId creator, UUID clientId) {
        return sql
                .query(
                        MADE_BY,
                        List.of(creator.value(), UuidColumn.bytes(clientId)),
                        row -> new RoomId(row.getLong("id")))
                .stream()
                .findFirst();
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
        LocalDateTime createdAt = LocalDateTime.ofInstant(room.createdAt(), ZoneOffset.UTC);
        sql.insert(
                INSERT_DIRECT,
                List.of(
                        room.id().value(),
                        room.name(),
                        room.channelType().name(),
                        room.joinPolicy().wireName(),
                        key.toString(),
                        room.createdBy().value(),
                        createdAt,
                        createdAt));
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
