package chat.parley.room.repository;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import chat.parley.room.model.Invitation;
import chat.parley.room.model.InvitationCode;
import chat.parley.room.port.InvitationRepository;
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
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PanacheInvitationRepository implements InvitationRepository, PanacheRepositoryBase<InvitationEntity, String> {
    private static final String USABLE = """
            roomId = ?1 and (expiresAt is null or expiresAt > ?2) and (usesLeft is null or usesLeft > 0)
            order by createdAt desc, code""";

    private static final String INSERT_KEYED = """
            INSERT INTO room_invitations (code, room_id, created_by, client_id, created_at, expires_at, uses_left)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";
    // Locking, to see what was committed while the insertion waited for it.
    private static final String MADE_BY =
            "SELECT code FROM room_invitations WHERE created_by = ? AND client_id = ? FOR SHARE";

    private final Sql sql;

    PanacheInvitationRepository(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean add(Invitation invitation, UUID clientId) {
        return sql.insert(
                INSERT_KEYED,
                Arrays.asList(
                        invitation.code().value(),
                        invitation.roomId().value(),
                        invitation.createdBy().value(),
                        UuidColumn.bytes(clientId),
                        time(invitation.createdAt()),
                        time(invitation.expiresAt()),
                        invitation.usesLeft()));
    }

    private static @Nullable LocalDateTime time(@Nullable Instant at) {
        return at == null ? null : LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    @Override
    public Optional<Invitation> madeBy(UserId maker, UUID clientId) {
        return sql
                .query(MADE_BY, List.of(maker.value(), UuidColumn.bytes(clientId)), row -> row.getString("code"))
                .stream()
                .findFirst()
                .flatMap(code -> find(new InvitationCode(code)));
    }

    @Override
    public void add(Invitation invitation) {
        persistAndFlush(InvitationMapper.toEntity(invitation));
    }

    @Override
    public Optional<Invitation> find(InvitationCode code) {
        return findByIdOptional(code.value()).map(InvitationMapper::toModel);
    }

    @Override
    public Optional<Invitation> lock(InvitationCode code) {
        return findByIdOptional(code.value(), LockModeType.PESSIMISTIC_WRITE).map(InvitationMapper::toModel);
    }

    @Override
    public List<Invitation> usable(RoomId roomId, Instant now) {
        return list(USABLE, roomId.value(), now).stream()
                .map(InvitationMapper::toModel)
                .toList();
    }

    @Override
    public void save(Invitation invitation) {
        Objects.requireNonNull(findById(invitation.code().value())).usesLeft = invitation.usesLeft();
        flush();
    }

    @Override
    public void remove(InvitationCode code) {
        deleteById(code.value());
        flush();
    }

    @Override
    public void removeMadeBy(UserId maker) {
        delete("createdBy", maker.value());
    }
}
