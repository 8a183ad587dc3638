package chat.parley.room.service.departure;

import chat.parley.identity.UserId;
import chat.parley.room.Role;
import chat.parley.room.RoomEvent;
import chat.parley.room.RoomEvent.MemberLeft;
import chat.parley.room.RoomEvent.RoleChanged;
import chat.parley.room.Seat;
import chat.parley.room.model.Member;
import chat.parley.room.model.Room;
import chat.parley.room.port.InvitationRepository;
import chat.parley.room.port.MemberRepository;
import chat.parley.room.port.RoomRepository;
import chat.parley.room.service.DeleteRoomService;
import chat.parley.room.service.RoomAccessService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * Lets somebody go who will not come back and can be asked nothing. A group that they created goes to the admin who has
 * been there for longest, else to the member who has; if nobody is left, it ends with them.
 */
@ApplicationScoped
public class LeaveBehindService {
    private final RoomAccessService access;
    private final RoomRepository rooms;
    private final MemberRepository members;
    private final InvitationRepository invitations;
    private final DeleteRoomService deletion;
    private final Event<RoomEvent> events;

    LeaveBehindService(
            RoomAccessService access,
            RoomRepository rooms,
            MemberRepository members,
            InvitationRepository invitations,
            DeleteRoomService deletion,
            Event<RoomEvent> events) {
        this.access = access;
        this.rooms = rooms;
        this.members = members;
        this.invitations = invitations;
        this.deletion = deletion;
        this.events = events;
    }

    @Transactional
    void leave(Seat seat) {
        Optional<Room> room = rooms.lock(seat.roomId());
        Optional<Member> member = room.isEmpty() ? Optional.empty() : members.find(seat);
        if (member.isEmpty() || room.get().isDirect()) {
            return;
        }
        if (access.isOwner(member.get())) {
            Optional<Member> successor = members.successor(seat);
            if (successor.isEmpty()) {
                deletion.delete(seat);
                return;
            }
            handOver(seat, successor.get().userId());
        }
        members.remove(seat);
        events.fire(new MemberLeft(seat.roomId(), seat.userId()));
    }

    private void handOver(Seat seat, UserId successor) {
        members.changeRole(new Seat(seat.roomId(), successor), Role.CREATOR);
        events.fire(new RoleChanged(seat.roomId(), seat.userId(), successor, Role.CREATOR));
    }

    /** Nobody vouches for them any more. */
    @Transactional
    void revokeInvitations(UserId maker) {
        invitations.removeMadeBy(maker);
    }
}
