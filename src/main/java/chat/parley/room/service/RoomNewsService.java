package chat.parley.room.service;

import chat.parley.identity.UserId;
import chat.parley.room.MemberView;
import chat.parley.room.RoomId;
import chat.parley.room.RoomView;
import chat.parley.room.Seat;
import chat.parley.room.port.RoomQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the world is told after a change. Read in transactions of their own, because the one that made the change has
 * just ended and others may have changed the room since: the present state is told, never a former one.
 */
@ApplicationScoped
public class RoomNewsService {
    /** Reads rooms without standing in any. No account has this id. */
    private static final UserId NOBODY = new UserId(0);

    private final RoomQueries rooms;
    private final RoomViewAssembler assembler;
    private final MemberListService memberList;

    RoomNewsService(RoomQueries rooms, RoomViewAssembler assembler, MemberListService memberList) {
        this.rooms = rooms;
        this.assembler = assembler;
        this.memberList = memberList;
    }

    /**
     * People in a room.
     *
     * @param memberCount how many there are in all
     * @param members those asked for that are in it
     */
    public record People(int memberCount, List<MemberView> members) {}

    /** The rooms that each of the users is in; users without any are left out. */
    @Transactional(TxType.REQUIRES_NEW)
    public Map<UserId, Set<RoomId>> rooms(Collection<UserId> users) {
        return users.isEmpty() ? Map.of() : rooms.ids(users);
    }

    @Transactional(TxType.REQUIRES_NEW)
    public boolean isMember(Seat seat) {
        return rooms.standing(seat).filter(standing -> standing.role() != null).isPresent();
    }

    /** The room as this member sees it; empty if it is gone or they are not in it. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<RoomView> forMember(Seat seat) {
        return rooms.room(seat)
                .filter(summary -> summary.role() != null)
                .map(summary -> assembler.assemble(seat.userId(), summary));
    }

    /** What all members see alike; empty if the room is gone. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<RoomView> shared(RoomId room) {
        return rooms.room(new Seat(room, NOBODY)).map(RoomViewAssembler::shared);
    }

    /** Those of the users that are in the room now; empty if the room is gone. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<People> people(RoomId room, Collection<UserId> users) {
        return rooms.room(new Seat(room, NOBODY))
                .map(summary -> new People(summary.memberCount(), memberList.among(room, users)));
    }
}
