package chat.parley.room.port;

import chat.parley.identity.UserId;
import chat.parley.room.NotifyLevel;
import chat.parley.room.Role;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.room.model.Member;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stores who is in which room. The room must be locked. */
public interface MemberRepository {
    Optional<Member> find(Seat seat);

    /** Who is next in line: of the others the admin who has been there for longest, else the member who has. */
    Optional<Member> successor(Seat seat);

    List<UserId> userIds(RoomId roomId);

    /** Those of the users that are in the room. */
    Set<UserId> among(RoomId roomId, Collection<UserId> users);

    /** Adds people who are not in the room. What was said before they came counts as read by them. */
    void add(RoomId roomId, Collection<Member> members);

    void changeRole(Seat seat, Role role);

    /** Needs no lock: it is the member's own. */
    void changeNotify(Seat seat, NotifyLevel notify);

    void remove(Seat seat);

    void removeAll(RoomId roomId);
}
