package chat.parley.message.port;

import chat.parley.room.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Takes old messages away from the start of logs. The numbers of what stays, and of what is to come, do not change. */
public interface LogRetention {
    /**
     * Rooms whose messages are kept for a limited time, in the order of their ids.
     *
     * @param after the last of the former page
     */
    List<RoomId> limited(@Nullable RoomId after, int limit);

    /**
     * Removes, in the caller's transaction and under the room's lock, messages from the start of the log for as long as
     * they are older than the room keeps them, and at most {@code limit}.
     *
     * @return where the log starts now; empty if nothing was old enough
     */
    OptionalLong trim(RoomId roomId, Instant now, int limit);
}
