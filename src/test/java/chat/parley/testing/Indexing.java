package chat.parley.testing;

import chat.parley.message.service.search.IndexMessagesService;
import chat.parley.room.RoomId;
import chat.parley.shared.error.ParleyException;
import java.util.Collection;
import java.util.Set;

/** Takes rooms into the search now, without waiting for the server's own indexer to come by. */
public final class Indexing {
    private static final int AT_ONCE = 200;

    private Indexing() {}

    public static void finish(IndexMessagesService indexer, Collection<RoomId> rooms) {
        Set<RoomId> unfinished = Set.copyOf(rooms);
        while (!unfinished.isEmpty()) {
            unfinished = advance(indexer, unfinished);
        }
    }

    // The server's own is at work too. Where the two get into each other's way, the database picks one to try again.
    private static Set<RoomId> advance(IndexMessagesService indexer, Set<RoomId> rooms) {
        try {
            return indexer.advance(rooms, AT_ONCE).unfinished();
        } catch (ParleyException e) {
            if (!e.code().retryable()) {
                throw e;
            }
            return rooms;
        }
    }
}
