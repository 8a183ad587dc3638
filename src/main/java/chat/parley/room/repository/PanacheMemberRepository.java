package chat.parley.room.repository;

import chat.parley.identity.UserId;
import chat.parley.room.NotifyLevel;
import chat.parley.room.Role;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.room.model.Member;
import chat.parley.room.port.MemberRepository;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Keeps {@code rooms.member_count} in step. */
@ApplicationScoped
class PanacheMemberRepository implements MemberRepository, PanacheRepositoryBase<MemberEntity, MemberKey> {
    private static final String SUCCESSOR = "key.roomId = ?1 and key.userId <> ?2"
            + " order by case role when 'admin' then 0 else 1 end, joinedAt, key.userId";
    // Not in the entity: a stale copy written back would undo it.
    private static final String NOTIFY = "UPDATE room_members SET notify = ?1 WHERE room_id = ?2 AND user_id = ?3";
    private static final String COUNT = "UPDATE rooms SET member_count = member_count + ?1 WHERE id = ?2";

    @Override
    public Optional<Member> find(Seat seat) {
        return findByIdOptional(MemberKey.of(seat)).map(MemberMapper::toModel);
    }

    @Override
    public Optional<Member> successor(Seat seat) {
        return find(SUCCESSOR, seat.roomId().value(), seat.userId().value())
                .page(0, 1)
                .firstResultOptional()
                .map(MemberMapper::toModel);
    }

    @Override
    public List<UserId> userIds(RoomId roomId) {
        return find("key.roomId", roomId.value()).stream()
                .map(row -> new UserId(row.key.userId()))
                .toList();
    }

    @Override
    public Set<UserId> among(RoomId roomId, Collection<UserId> users) {
        List<Long> ids = users.stream().map(UserId::value).toList();
        Set<UserId> present = new HashSet<>();
        find("key.roomId = ?1 and key.userId in ?2", roomId.value(), ids)
                .list()
                .forEach(row -> present.add(new UserId(row.key.userId())));
        return present;
    }

    @Override
    public void add(RoomId roomId, Collection<Member> members) {
        long lastSeq = lastSeq(roomId);
        persist(members.stream().map(member -> MemberMapper.toEntity(roomId, member, lastSeq)));
        flush();
        count(roomId, members.size());
    }

    @Override
    public void changeRole(Seat seat, Role role) {
        Objects.requireNonNull(findById(MemberKey.of(seat))).role = role.wireName();
        flush();
    }

    @Override
    public void changeNotify(Seat seat, NotifyLevel notify) {
        getEntityManager()
                .createNativeQuery(NOTIFY)
                .setParameter(1, notify.wireName())
                .setParameter(2, seat.roomId().value())
                .setParameter(3, seat.userId().value())
                .executeUpdate();
    }

    @Override
    public void remove(Seat seat) {
        if (deleteById(MemberKey.of(seat))) {
            flush();
            count(seat.roomId(), -1);
        }
    }

    @Override
    public void removeAll(RoomId roomId) {
        long removed = delete("key.roomId", roomId.value());
        count(roomId, -(int) removed);
    }

    private long lastSeq(RoomId roomId) {
        Object lastSeq = getEntityManager()
                .createNativeQuery("SELECT last_seq FROM rooms WHERE id = ?1", Long.class)
                .setParameter(1, roomId.value())
                .getSingleResult();
        return (long) lastSeq;
    }

    private void count(RoomId roomId, int change) {
        getEntityManager()
                .createNativeQuery(COUNT)
                .setParameter(1, change)
                .setParameter(2, roomId.value())
                .executeUpdate();
    }
}
