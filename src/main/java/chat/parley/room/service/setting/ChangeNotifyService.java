package chat.parley.room.service.setting;

import chat.parley.room.NotifyLevel;
import chat.parley.room.NotifyLevelChanged;
import chat.parley.room.Seat;
import chat.parley.room.port.MemberRepository;
import chat.parley.room.service.RoomAccessService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

/** Lets members choose of what in a room they want to be told. It is their own matter: nobody else waits or hears. */
@ApplicationScoped
public class ChangeNotifyService {
    private final RoomAccessService access;
    private final MemberRepository members;
    private final Event<NotifyLevelChanged> events;

    ChangeNotifyService(RoomAccessService access, MemberRepository members, Event<NotifyLevelChanged> events) {
        this.access = access;
        this.members = members;
        this.events = events;
    }

    @Transactional
    public void change(Seat seat, NotifyLevel level) {
        access.asMember(seat);
        members.changeNotify(seat, level);
        events.fire(new NotifyLevelChanged(seat, level));
    }
}
