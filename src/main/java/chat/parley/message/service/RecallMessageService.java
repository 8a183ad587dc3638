package chat.parley.message.service;

import chat.parley.message.model.ContentType;
import chat.parley.message.model.Message;
import chat.parley.message.model.Recall;
import chat.parley.message.model.RecallPolicy;
import chat.parley.message.port.RoomLog;
import chat.parley.room.RoomAccess;
import chat.parley.room.Seat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Takes a message back: its content is gone, its number stays. */
@ApplicationScoped
public class RecallMessageService {
    private final RoomAccess rooms;
    private final RoomLog log;
    private final AnnounceEntriesService announcer;
    private final Clock clock;

    RecallMessageService(RoomAccess rooms, RoomLog log, AnnounceEntriesService announcer, Clock clock) {
        this.rooms = rooms;
        this.log = log;
        this.announcer = announcer;
        this.clock = clock;
    }

    /** Recalling twice changes nothing the second time. */
    @Transactional
    public Message recall(Seat seat, long seq) {
        var membership = rooms.asMember(seat);
        Message message = log.lock(seat.roomId(), seq);
        RecallPolicy.check(message, seat.userId(), rooms.isModerator(membership));
        if (message.contentType() == ContentType.RECALLED) {
            return message;
        }
        Message tombstone = log.recall(message, new Recall(seat.userId(), clock.instant()));
        announcer.announce(List.of(tombstone));
        return tombstone;
    }
}
