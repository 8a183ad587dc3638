package chat.parley.message.service;

import chat.parley.message.model.ReadPositionMoved;
import chat.parley.room.ReadPositions;
import chat.parley.room.RoomAccess;
import chat.parley.room.Seat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.OptionalLong;

/** Moves a reader's position in a room. It only moves forward. */
@ApplicationScoped
public class MarkReadService {
    private final RoomAccess rooms;
    private final ReadPositions positions;
    private final Event<ReadPositionMoved> moved;

    MarkReadService(RoomAccess rooms, ReadPositions positions, Event<ReadPositionMoved> moved) {
        this.rooms = rooms;
        this.positions = positions;
        this.moved = moved;
    }

    /** Returns where the position now is. */
    @Transactional
    public long read(Seat seat, long seq) {
        long before = rooms.asMember(seat).readSeq();
        OptionalLong after = seq > before ? positions.advance(seat, seq) : OptionalLong.empty();
        after.ifPresent(position -> moved.fire(new ReadPositionMoved(seat, position)));
        return after.orElse(before);
    }
}
