package chat.parley.message.service.change;

import chat.parley.message.model.ContentType;
import chat.parley.message.model.Message;
import chat.parley.message.model.MessageRecalled;
import chat.parley.message.model.Recall;
import chat.parley.message.model.RecallPolicy;
import chat.parley.message.port.MessageChanges;
import chat.parley.message.service.AnnounceEntriesService;
import chat.parley.room.Seat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Takes a message back: its content is gone, its number stays. */
@ApplicationScoped
public class RecallMessageService {
    private final ChangeableMessages messages;
    private final MessageChanges changes;
    private final AnnounceEntriesService announcer;
    private final Event<MessageRecalled> recalled;
    private final Clock clock;

    RecallMessageService(
            ChangeableMessages messages,
            MessageChanges changes,
            AnnounceEntriesService announcer,
            Event<MessageRecalled> recalled,
            Clock clock) {
        this.messages = messages;
        this.changes = changes;
        this.announcer = announcer;
        this.recalled = recalled;
        this.clock = clock;
    }

    /** Recalling twice changes nothing the second time. */
    @Transactional
    public Message recall(Seat seat, long seq) {
        var held = messages.hold(seat, seq);
        Message message = held.message();
        RecallPolicy.check(message, seat.userId(), messages.isModerator(held));
        if (message.contentType() == ContentType.RECALLED) {
            return message;
        }
        Message tombstone = changes.recall(message, new Recall(seat.userId(), clock.instant()));
        announcer.announce(List.of(tombstone));
        recalled.fire(new MessageRecalled(message));
        return tombstone;
    }
}
