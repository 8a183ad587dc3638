package chat.parley.message.service.change;

import chat.parley.message.model.Message;
import chat.parley.message.port.RoomLog;
import chat.parley.room.Membership;
import chat.parley.room.RoomAccess;
import chat.parley.room.RoomError;
import chat.parley.room.Seat;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;

/** The first steps of every change: whoever is let through here still may at the commit, and nobody changes it between. */
@ApplicationScoped
class ChangeableMessages {
    private final RoomAccess rooms;
    private final RoomLog log;

    ChangeableMessages(RoomAccess rooms, RoomLog log) {
        this.rooms = rooms;
        this.log = log;
    }

    /** A message that stays as it is until the transaction's end, and the member who wants to change it. */
    record Held(Message message, Membership member) {}

    /** For a member, also where nobody can write any more. */
    Held hold(Seat seat, long seq) {
        log.hold(seat.roomId());
        Membership member = rooms.asMember(seat);
        return new Held(log.lock(seat.roomId(), seq), member);
    }

    /** For a member of a room in which one can write. */
    Held holdWritable(Seat seat, long seq) {
        Held held = hold(seat, seq);
        if (held.member().readOnly()) {
            throw ParleyException.of(RoomError.READ_ONLY);
        }
        return held;
    }

    /** Whether the member is an admin or the creator. */
    boolean isModerator(Held held) {
        return rooms.isModerator(held.member());
    }
}
