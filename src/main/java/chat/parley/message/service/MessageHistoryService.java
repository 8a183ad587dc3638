package chat.parley.message.service;

import chat.parley.message.model.HistoryRequest;
import chat.parley.message.model.MessagePage;
import chat.parley.message.port.MessageQueries;
import chat.parley.room.Membership;
import chat.parley.room.RoomAccess;
import chat.parley.room.Seat;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** Reads a stretch of a room's history. */
@ApplicationScoped
public class MessageHistoryService {
    private final RoomAccess rooms;
    private final MessageQueries messages;
    private final NewestMessages newest;

    MessageHistoryService(RoomAccess rooms, MessageQueries messages, NewestMessages newest) {
        this.rooms = rooms;
        this.messages = messages;
        this.newest = newest;
    }

    /** The messages with these numbers, such as those that others answer. */
    public MessagePage at(Seat seat, Collection<Long> seqs) {
        rooms.asMember(seat);
        return new MessagePage(seqs.isEmpty() ? List.of() : messages.at(seat.roomId(), seqs), false);
    }

    public MessagePage history(Seat seat, HistoryRequest request) {
        Membership membership = rooms.asMember(seat);
        return request.isNewest()
                ? newest.page(
                        seat.roomId(),
                        request.limit(),
                        membership.firstSeq(),
                        membership.lastSeq(),
                        membership.lastRev())
                : messages.history(seat.roomId(), request);
    }
}
