package chat.parley.message.port;

import chat.parley.message.model.Message;
import chat.parley.message.model.RecentLog;
import chat.parley.room.RoomId;
import java.util.List;
import java.util.Optional;

/**
 * The newest entries of active rooms, in this node's memory. It need not be told everything: it answers only what is
 * complete up to the room's present {@code lastRev}, which the caller has just read from the database, and reads what
 * it lacks itself. Checks no rights: callers ask {@link chat.parley.room.RoomAccess} first.
 */
public interface RecentMessages {
    /**
     * The newest part of the room's log, complete up to {@code lastRev} at least, and within {@link RecentLog#reaches
     * reach} of {@code sinceRev}. However many ask at once for what is not in memory, the database is asked once.
     *
     * @throws chat.parley.shared.error.ParleyException {@code server.unavailable}
     */
    RecentLog log(RoomId roomId, long sinceRev, long lastRev);

    /** What is in memory of the room's log, if it is complete up to {@code lastRev}; never asks the database. */
    Optional<RecentLog> known(RoomId roomId, long lastRev);

    /** Takes entries that are committed, from wherever and in whatever order they come. Never blocks for long. */
    void remember(List<Message> messages);
}
