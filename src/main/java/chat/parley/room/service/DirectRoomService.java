package chat.parley.room.service;

import chat.parley.friendship.DirectRoomId;
import chat.parley.friendship.DirectRooms;
import chat.parley.identity.UserId;
import chat.parley.room.Role;
import chat.parley.room.RoomEvent;
import chat.parley.room.RoomEvent.DirectRoomChanged;
import chat.parley.room.RoomEvent.DirectRoomCreated;
import chat.parley.room.RoomId;
import chat.parley.room.model.DirectKey;
import chat.parley.room.model.Member;
import chat.parley.room.model.Room;
import chat.parley.room.port.MemberRepository;
import chat.parley.room.port.RoomRepository;
import chat.parley.shared.id.IdGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Keeps the one room that two people have together, for good: its history outlives a friendship. */
@ApplicationScoped
public class DirectRoomService implements DirectRooms {
    private final RoomRepository rooms;
    private final MemberRepository members;
    private final Event<RoomEvent> events;
    private final IdGenerator ids;
    private final Clock clock;

    DirectRoomService(
            RoomRepository rooms, MemberRepository members, Event<RoomEvent> events, IdGenerator ids, Clock clock) {
        this.rooms = rooms;
        this.members = members;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional
    public DirectRoomId open(UserId one, UserId other) {
        Instant now = clock.instant();
        RoomId fresh = new RoomId(ids.next());
        Room room = rooms.claimDirect(Room.direct(fresh, DirectKey.of(one, other), one, now));
        if (room.id().equals(fresh)) {
            members.add(
                    fresh, List.of(Member.entering(one, Role.MEMBER, now), Member.entering(other, Role.MEMBER, now)));
            events.fire(new DirectRoomCreated(fresh, one, other));
        } else {
            setReadOnly(room, false, one, other);
        }
        return new DirectRoomId(room.id().value());
    }

    @Override
    @Transactional
    public void close(UserId one, UserId other) {
        rooms.lockDirect(DirectKey.of(one, other)).ifPresent(room -> setReadOnly(room, true, one, other));
    }

    private void setReadOnly(Room room, boolean readOnly, UserId one, UserId other) {
        if (room.readOnly() != readOnly) {
            rooms.save(room.withReadOnly(readOnly), clock.instant());
            events.fire(new DirectRoomChanged(room.id(), one, other));
        }
    }
}
