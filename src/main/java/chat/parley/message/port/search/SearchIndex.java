package chat.parley.message.port.search;

import chat.parley.message.model.search.IndexProgress;
import chat.parley.room.RoomId;
import java.util.Collection;
import java.util.Map;

/** What finds messages by their words. It follows the log, and knows for each room up to which {@code rev} it came. */
public interface SearchIndex {
    /** Rooms in which it has not come as far as the log, and by how many changes; at most {@code limit} rooms. */
    Map<RoomId, Long> behind(int limit);

    /**
     * Takes in, in the caller's transaction, the next changes of these rooms, about {@code changes} in all. Rooms that
     * another transaction works on are left to it.
     */
    IndexProgress advance(Collection<RoomId> rooms, int changes);

    /**
     * Removes entries of rooms that were deleted, at most {@code limit}.
     *
     * @return whether there may be more
     */
    boolean forgetDeletedRooms(int limit);
}
