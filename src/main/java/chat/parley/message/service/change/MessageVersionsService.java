package chat.parley.message.service.change;

import chat.parley.message.MessageError;
import chat.parley.message.model.MessageVersion;
import chat.parley.message.port.MessageChanges;
import chat.parley.room.Seat;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Shows what an edited message said before: to its author and the room's admins. */
@ApplicationScoped
public class MessageVersionsService {
    private final ChangeableMessages messages;
    private final MessageChanges changes;

    MessageVersionsService(ChangeableMessages messages, MessageChanges changes) {
        this.messages = messages;
        this.changes = changes;
    }

    /** The latest first; none if the message was never edited, or was recalled. */
    @Transactional
    public List<MessageVersion> versions(Seat seat, long seq) {
        var held = messages.hold(seat, seq);
        if (!messages.isModerator(held) && !held.message().userId().equals(seat.userId())) {
            throw ParleyException.of(MessageError.VERSIONS_FORBIDDEN);
        }
        return changes.versions(seat.roomId(), seq);
    }
}
