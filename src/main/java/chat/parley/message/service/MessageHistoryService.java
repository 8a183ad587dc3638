package chat.parley.message.service;

import chat.parley.message.model.HistoryRequest;
import chat.parley.message.model.MessagePage;
import chat.parley.message.port.MessageQueries;
import chat.parley.room.RoomAccess;
import chat.parley.room.Seat;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads a stretch of a room's history. */
@ApplicationScoped
public class MessageHistoryService {
    private final RoomAccess rooms;
    private final MessageQueries messages;

    MessageHistoryService(RoomAccess rooms, MessageQueries messages) {
        this.rooms = rooms;
        this.messages = messages;
    }

    public MessagePage history(Seat seat, HistoryRequest request) {
        rooms.asMember(seat);
        return messages.history(seat.roomId(), request);
    }
}
