package chat.parley.message.service;

import chat.parley.message.model.Message;
import chat.parley.message.model.RoomDelta;
import chat.parley.message.port.MessageConfig;
import chat.parley.message.port.MessageQueries;
import chat.parley.room.RoomAccess;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Answers "what did I miss since rev n?". */
@ApplicationScoped
public class SyncRoomService {
    private final RoomAccess rooms;
    private final MessageQueries messages;
    private final int maxEntries;

    SyncRoomService(RoomAccess rooms, MessageQueries messages, MessageConfig config) {
        this.rooms = rooms;
        this.messages = messages;
        this.maxEntries = config.syncMaxEntries();
    }

    /** What the reader missed after {@code rev}. */
    public RoomDelta since(Seat seat, long rev) {
        rooms.asMember(seat);
        return delta(seat.roomId(), rev);
    }

    private RoomDelta delta(RoomId roomId, long rev) {
        long lastRev = messages.lastRev(roomId);
        // A reader ahead of the log saw one that no longer exists: the database was restored from a backup.
        if (rev > lastRev) {
            return new RoomDelta.Reset(lastRev);
        }
        List<Message> changed = messages.changedSince(roomId, rev, maxEntries + 1);
        if (changed.size() > maxEntries) {
            return new RoomDelta.Reset(lastRev);
        }
        // The rows may be newer than the number read before them; they are then complete up to their own last one.
        long upTo = changed.isEmpty()
                ? lastRev
                : Math.max(lastRev, changed.getLast().rev());
        return new RoomDelta.Changes(changed, upTo);
    }
}
