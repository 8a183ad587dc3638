package chat.parley.message.service.change;

import chat.parley.message.model.Message;
import chat.parley.message.model.Pin;
import chat.parley.message.model.PinPolicy;
import chat.parley.message.model.SystemNotice;
import chat.parley.message.port.MessageChanges;
import chat.parley.message.service.AnnounceEntriesService;
import chat.parley.message.service.RecordNoticeService;
import chat.parley.room.RoomAccess;
import chat.parley.room.Seat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Pins messages of a group for its admins, and those of a direct room for its two people. */
@ApplicationScoped
public class PinMessageService {
    private final RoomAccess rooms;
    private final ChangeableMessages messages;
    private final MessageChanges changes;
    private final AnnounceEntriesService announcer;
    private final RecordNoticeService notices;
    private final Clock clock;

    PinMessageService(
            RoomAccess rooms,
            ChangeableMessages messages,
            MessageChanges changes,
            AnnounceEntriesService announcer,
            RecordNoticeService notices,
            Clock clock) {
        this.rooms = rooms;
        this.messages = messages;
        this.changes = changes;
        this.announcer = announcer;
        this.notices = notices;
        this.clock = clock;
    }

    /** Pinning twice changes nothing the second time. */
    @Transactional
    public Message pin(Seat seat, long seq) {
        Message message = hold(seat, seq);
        if (message.pin() != null) {
            return message;
        }
        PinPolicy.check(message, changes.countPins(seat.roomId()));
        Message pinned = changes.pin(message, new Pin(seat.userId(), clock.instant()));
        announcer.announce(List.of(pinned));
        notices.record(seat.roomId(), seat.userId(), List.of(SystemNotice.messagePinned(seq)));
        return pinned;
    }

    /** What is not pinned stays as it is. */
    @Transactional
    public Message unpin(Seat seat, long seq) {
        Message message = hold(seat, seq);
        if (message.pin() == null) {
            return message;
        }
        Message unpinned = changes.unpin(message);
        announcer.announce(List.of(unpinned));
        return unpinned;
    }

    /** The one that was pinned last first. */
    @Transactional
    public List<Message> pinned(Seat seat) {
        rooms.asMember(seat);
        return changes.pinned(seat.roomId());
    }

    private Message hold(Seat seat, long seq) {
        var held = messages.holdWritable(seat, seq);
        rooms.asCurator(seat);
        return held.message();
    }
}
