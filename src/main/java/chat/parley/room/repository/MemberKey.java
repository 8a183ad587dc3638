package chat.parley.room.repository;

import chat.parley.room.Seat;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
record MemberKey(
        @Column(name = "room_id") long roomId,
        @Column(name = "user_id") long userId) {
    static MemberKey of(Seat seat) {
        return new MemberKey(seat.roomId().value(), seat.userId().value());
    }
}
