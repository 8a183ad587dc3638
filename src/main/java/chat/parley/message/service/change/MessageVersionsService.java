package chat.parley.message.service.change;

import chat.parley.message.MessageError;
import chat.parley.message.model.Message;
import chat.parley.message.model.MessageVersion;
import chat.parley.message.port.MessageChanges;
import chat.parley.message.port.MessageQueries;
import chat.parley.room.RoomAccess;
import chat.parley.room.Seat;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Shows what an edited message said before: to its author and the room's admins. */
@ApplicationScoped
public class MessageVersionsService {
    private final RoomAccess rooms;
    private final MessageQueries messages;
    private final MessageChanges changes;

    MessageVersionsService(RoomAccess rooms, MessageQueries messages, MessageChanges changes) {
        this.rooms = rooms;
        this.messages = messages;
        this.changes = changes;
    }

    /** The latest first; none if the message was never edited, or was recalled. */
    @Transactional
    public List<MessageVersion> versions(Seat seat, long seq) {
        boolean moderates = rooms.isModerator(rooms.asMember(seat));
        Message message = messages.at(seat.roomId(), List.of(seq)).stream()
                .findFirst()
                .orElseThrow(() -> ParleyException.of(MessageError.NOT_FOUND));
        if (!moderates && !message.userId().equals(seat.userId())) {
            throw ParleyException.of(MessageError.VERSIONS_FORBIDDEN);
        }
        return changes.versions(seat.roomId(), seq);
    }
}
