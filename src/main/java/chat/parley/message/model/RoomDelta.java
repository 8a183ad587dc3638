package chat.parley.message.model;

import java.util.List;

/** What a reader missed of a room: everything, or plainly the word that it is too much. Never a part. */
public sealed interface RoomDelta {
    /** The room's latest change that the answer accounts for. */
    long rev();

    /** All that changed, in the order of {@code rev}, each message as it stands now. */
    record Changes(List<Message> messages, long rev) implements RoomDelta {}

    /** Forget the room's messages and load the newest page. */
    record Reset(long rev) implements RoomDelta {}
}
