package chat.parley.room.service;

import chat.parley.identity.UserId;
import chat.parley.room.RoomEvent;
import chat.parley.room.RoomEvent.RoomDeleted;
import chat.parley.room.Seat;
import chat.parley.room.port.MemberRepository;
import chat.parley.room.port.RoomRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Ends a group for everybody in it. */
@ApplicationScoped
public class DeleteRoomService {
    private final RoomAccessService access;
    private final RoomRepository rooms;
    private final MemberRepository members;
    private final Event<RoomEvent> events;
    private final Clock clock;

    DeleteRoomService(
            RoomAccessService access,
            RoomRepository rooms,
            MemberRepository members,
            Event<RoomEvent> events,
            Clock clock) {
        this.access = access;
        this.rooms = rooms;
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void delete(Seat caller) {
        access.lock(caller.roomId());
        access.asOwner(caller);
        List<UserId> present = members.userIds(caller.roomId());
        members.removeAll(caller.roomId());
        rooms.delete(caller.roomId(), clock.instant());
        events.fire(new RoomDeleted(caller.roomId(), caller.userId(), present));
    }
}
