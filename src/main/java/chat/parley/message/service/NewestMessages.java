package chat.parley.message.service;

import chat.parley.message.model.HistoryRequest;
import chat.parley.message.model.MessagePage;
import chat.parley.message.port.MessageQueries;
import chat.parley.message.port.RecentMessages;
import chat.parley.room.RoomId;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the newest page of a room, which is what almost everybody looks at: from memory where it can. */
@ApplicationScoped
class NewestMessages {
    private final RecentMessages recent;
    private final MessageQueries messages;

    NewestMessages(RecentMessages recent, MessageQueries messages) {
        this.recent = recent;
        this.messages = messages;
    }

    /**
     * The page, which accounts for every change up to {@code lastRev} at least.
     *
     * @param firstSeq where the room's log starts
     * @param lastSeq number of the room's newest message, read together with {@code lastRev}
     */
    MessagePage page(RoomId roomId, int limit, long firstSeq, long lastSeq, long lastRev) {
        return recent.log(roomId, Math.max(0, lastRev - limit), lastRev)
                .newest(limit, firstSeq, lastSeq)
                .orElseGet(() -> messages.history(roomId, HistoryRequest.newest(limit)));
    }
}
