package chat.parley.message.service;

import chat.parley.message.model.HistoryRequest;
import chat.parley.message.model.MessagePage;
import chat.parley.message.port.MessageQueries;
import chat.parley.room.Membership;
import chat.parley.room.RoomAccess;
import chat.parley.room.Seat;
import jakarta.enterprise.context.ApplicationScoped;

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

    public MessagePage history(Seat seat, HistoryRequest request) {
        Membership membership = rooms.asMember(seat);
        return request.isNewest()
                ? newest.page(seat.roomId(), request.limit(), membership.lastSeq(), membership.lastRev())
                : messages.history(seat.roomId(), request);
    }
}
