package chat.parley.room.service;

import chat.parley.identity.UserId;
import chat.parley.room.RoomError;
import chat.parley.room.RoomEvent;
import chat.parley.room.RoomEvent.MemberLeft;
import chat.parley.room.Seat;
import chat.parley.room.model.Member;
import chat.parley.room.model.Room;
import chat.parley.room.port.MemberRepository;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;

/** Takes a member out at their own wish. A group's creator goes last, and the group with them. */
@ApplicationScoped
public class LeaveRoomService {
    private final RoomAccessService access;
    private final MemberRepository members;
    private final DeleteRoomService deletion;
    private final Event<RoomEvent> events;

    LeaveRoomService(
            RoomAccessService access, MemberRepository members, DeleteRoomService deletion, Event<RoomEvent> events) {
        this.access = access;
        this.members = members;
        this.deletion = deletion;
        this.events = events;
    }

    @Transactional
    public void leave(Seat seat) {
        Room room = access.lock(seat.roomId());
        access.asMember(seat);
        if (room.isDirect()) {
            throw ParleyException.of(RoomError.DIRECT);
        }
        Member member = members.find(seat).orElseThrow();
        if (access.isOwner(member)) {
            leaveAsOwner(seat);
        } else {
            members.remove(seat);
            events.fire(new MemberLeft(seat.roomId(), seat.userId()));
        }
    }

    private void leaveAsOwner(Seat seat) {
        List<UserId> present = members.userIds(seat.roomId());
        if (present.size() > 1) {
            throw ParleyException.of(RoomError.OWNER_MUST_STAY);
        }
        deletion.delete(seat);
    }
}
