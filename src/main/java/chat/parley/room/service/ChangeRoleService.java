package chat.parley.room.service;

import chat.parley.identity.UserId;
import chat.parley.room.Membership;
import chat.parley.room.Role;
import chat.parley.room.RoomError;
import chat.parley.room.RoomEvent;
import chat.parley.room.RoomEvent.RoleChanged;
import chat.parley.room.Seat;
import chat.parley.room.model.Member;
import chat.parley.room.port.MemberRepository;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

/** Makes members admins and admins members, or hands a group over; only its creator can. */
@ApplicationScoped
public class ChangeRoleService {
    private final RoomAccessService access;
    private final MemberRepository members;
    private final Event<RoomEvent> events;

    ChangeRoleService(RoomAccessService access, MemberRepository members, Event<RoomEvent> events) {
        this.access = access;
        this.members = members;
        this.events = events;
    }

    /** Never makes or unmakes the creator: that is {@link #handOver}. */
    @Transactional
    public void change(Seat caller, UserId user, Role role) {
        access.lock(caller.roomId());
        Membership owner = access.asOwner(caller);
        Member member = member(caller, user);
        access.requireAbove(owner, member);
        if (member.role() != role) {
            set(caller, user, role);
        }
    }

    /** Makes somebody in the room its creator; the former one becomes an admin. */
    @Transactional
    public void handOver(Seat caller, UserId user) {
        access.lock(caller.roomId());
        access.asOwner(caller);
        member(caller, user);
        if (!user.equals(caller.userId())) {
            set(caller, user, Role.CREATOR);
            set(caller, caller.userId(), Role.ADMIN);
        }
    }

    private Member member(Seat caller, UserId user) {
        return members.find(new Seat(caller.roomId(), user))
                .orElseThrow(() -> ParleyException.of(RoomError.MEMBER_NOT_FOUND));
    }

    private void set(Seat caller, UserId user, Role role) {
        members.changeRole(new Seat(caller.roomId(), user), role);
        events.fire(new RoleChanged(caller.roomId(), caller.userId(), user, role));
    }
}
