package chat.parley.message.service;

import chat.parley.message.model.Message;
import chat.parley.message.port.MessageQueries;
import chat.parley.room.RoomId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Tells what the log has that its listeners did not hear of. Checks no rights: only subscribers are told. */
@ApplicationScoped
public class RoomChangesService {
    private final MessageQueries messages;

    RoomChangesService(MessageQueries messages) {
        this.messages = messages;
    }

    /** The number of each room's latest change. One query. */
    public Map<RoomId, Long> latest(Collection<RoomId> rooms) {
        return rooms.isEmpty() ? Map.of() : messages.lastRevs(rooms);
    }

    /** What changed after {@code rev}, in its order, each message as it stands now. */
    public List<Message> since(RoomId room, long rev, int limit) {
        return messages.changedSince(room, rev, limit);
    }
}
