package chat.parley.room.service;

import chat.parley.identity.UserId;
import chat.parley.room.Membership;
import chat.parley.room.RoomError;
import chat.parley.room.RoomEvent;
import chat.parley.room.RoomEvent.MemberRemoved;
import chat.parley.room.Seat;
import chat.parley.room.model.Member;
import chat.parley.room.port.MemberRepository;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

/** Takes somebody out of a group who stands below the caller. */
@ApplicationScoped
public class RemoveMemberService {
    private final RoomAccessService access;
    private final MemberRepository members;
    private final Event<RoomEvent> events;

    RemoveMemberService(RoomAccessService access, MemberRepository members, Event<RoomEvent> events) {
        this.access = access;
        this.members = members;
        this.events = events;
    }

    @Transactional
    public void remove(Seat caller, UserId user) {
        access.lock(caller.roomId());
        Membership membership = access.asModerator(caller);
        Seat seat = new Seat(caller.roomId(), user);
        Member member = members.find(seat).orElseThrow(() -> ParleyException.of(RoomError.MEMBER_NOT_FOUND));
        access.requireAbove(membership, member);
        members.remove(seat);
        events.fire(new MemberRemoved(seat.roomId(), caller.userId(), user));
    }
}
