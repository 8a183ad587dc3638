package chat.parley.room;

import chat.parley.identity.UserId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a room list shows of the rooms' logs; provided by the message feature, which stands above. */
public interface RoomActivity {
    /** Answers all rooms with a bounded number of queries. Rooms without an entry have no messages. */
    Map<RoomId, Activity> of(UserId reader, Map<RoomId, Position> rooms);

    /**
     * Where the log ends and how far this reader came.
     *
     * @param lastSeq number of the newest message
     * @param lastRev number of the latest change
     * @param readSeq number of the last message the reader has seen
     */
    record Position(long lastSeq, long lastRev, long readSeq) {}

    /**
     * What to show of one room.
     *
     * @param unread messages of others after the reader's position that are neither SYSTEM nor recalled, at most 100
     * @param mentions those among them that call the reader, at most 100
     * @param lastMessage in the wire shape of a message; null in an empty room
     * @param lastMessageAt when it was sent, which orders the list
     */
    record Activity(
            int unread,
            int mentions,
            @Nullable Object lastMessage,
            @Nullable Instant lastMessageAt) {}
}
