package chat.parley.message.handler;

import chat.parley.identity.UserId;
import chat.parley.realtime.Push;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;

/** The body of {@code room.read}: who has read how far. */
public record ReadPush(RoomId roomId, UserId userId, long seq) {
    public static Push of(Seat seat, long seq) {
        return Push.durable("room.read", new ReadPush(seat.roomId(), seat.userId(), seq));
    }
}
