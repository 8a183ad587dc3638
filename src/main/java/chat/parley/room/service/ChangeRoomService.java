package chat.parley.room.service;

import chat.parley.room.RoomEvent;
import chat.parley.room.RoomEvent.RoomChanged;
import chat.parley.room.Seat;
import chat.parley.room.model.Room;
import chat.parley.room.model.RoomChange;
import chat.parley.room.port.RoomRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Renames a group, or changes its topic, picture, who may enter or write; its creator also for how long messages are kept. */
@ApplicationScoped
public class ChangeRoomService {
    private final RoomAccessService access;
    private final RoomRepository rooms;
    private final Event<RoomEvent> events;
    private final Clock clock;

    ChangeRoomService(RoomAccessService access, RoomRepository rooms, Event<RoomEvent> events, Clock clock) {
        this.access = access;
        this.rooms = rooms;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void change(Seat caller, RoomChange wanted) {
        Room room = access.lock(caller.roomId());
        access.asModerator(caller);
        RoomChange change = wanted.against(room);
        if (change.retentionDays() != null) {
            access.asOwner(caller);
        }
        if (change.isEmpty()) {
            return;
        }
        rooms.save(change.applyTo(room), clock.instant());
        events.fire(new RoomChanged(
                room.id(),
                caller.userId(),
                change.name(),
                change.topic(),
                change.image(),
                change.joinPolicy(),
                change.writePolicy(),
                change.retentionDays()));
    }
}
