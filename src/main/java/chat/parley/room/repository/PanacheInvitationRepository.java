package chat.parley.room.repository;

import chat.parley.room.RoomId;
import chat.parley.room.model.Invitation;
import chat.parley.room.model.InvitationCode;
import chat.parley.room.port.InvitationRepository;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

@ApplicationScoped
class PanacheInvitationRepository implements InvitationRepository, PanacheRepositoryBase<InvitationEntity, String> {
    private static final String USABLE = """
            roomId = ?1 and (expiresAt is null or expiresAt > ?2) and (usesLeft is null or usesLeft > 0)
            order by createdAt desc, code""";

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
}
