package chat.parley.message.service;

import chat.parley.identity.UserId;
import chat.parley.message.model.Message;
import chat.parley.message.port.MessageQueries;
import chat.parley.room.RoomActivity.Position;
import chat.parley.room.RoomId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Derives what a room list shows. Nothing of it is stored, so nothing of it can drift. */
@ApplicationScoped
public class RoomActivityService {
    /** Above this the badge reads "99+". */
    private static final int COUNTED_UNREAD = 100;

    private final MessageQueries messages;

    RoomActivityService(MessageQueries messages) {
        this.messages = messages;
    }

    /** Rooms without unread messages are left out. */
    public Map<RoomId, Integer> unread(UserId reader, Map<RoomId, Position> rooms) {
        Map<RoomId, Position> withNews = new HashMap<>(rooms);
        withNews.values().removeIf(position -> position.lastSeq() <= position.readSeq());
        return withNews.isEmpty() ? Map.of() : messages.unread(reader, withNews, COUNTED_UNREAD);
    }

    public Collection<Message> lastMessages(Map<RoomId, Position> rooms) {
        Map<RoomId, Long> seqs = new HashMap<>();
        rooms.forEach((room, position) -> {
            if (position.lastSeq() > 0) {
                seqs.put(room, position.lastSeq());
            }
        });
        return seqs.isEmpty() ? List.of() : messages.at(seqs).values();
    }
}
