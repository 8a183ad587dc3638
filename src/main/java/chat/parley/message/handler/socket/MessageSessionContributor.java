package chat.parley.message.handler.socket;

import chat.parley.identity.UserId;
import chat.parley.message.model.RoomDelta;
import chat.parley.message.service.SyncRoomService;
import chat.parley.realtime.SessionAnswer;
import chat.parley.realtime.SessionContributor;
import chat.parley.realtime.SessionOpening;
import chat.parley.realtime.Topic;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.shared.error.ErrorKind;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings every room that the client names up to date in the answer to {@code session.open}. */
@ApplicationScoped
class MessageSessionContributor implements SessionContributor {
    /** More rooms than this are synced one by one when they are looked at. */
    private static final int MAX_ROOMS = 500;

    private final SyncRoomService syncing;

    MessageSessionContributor(SyncRoomService syncing) {
        this.syncing = syncing;
    }

    private record Known(@Nullable Long rev) {}

    private record RoomsPayload(@Nullable Map<RoomId, Known> rooms) {}

    @Override
    public void contribute(SessionOpening opening, SessionAnswer answer) {
        Map<RoomId, Known> known = opening.body(RoomsPayload.class).rooms();
        if (known != null && known.size() > MAX_ROOMS) {
            throw ParleyException.onField(RequestError.INVALID, "/rooms", "must name at most " + MAX_ROOMS + " rooms");
        }
        UserId reader = opening.session().userId();
        Map<RoomId, RoomDeltaAnswer> sync = new HashMap<>();
        (known == null ? Map.<RoomId, Known>of() : known)
                .forEach((room, state) -> catchUp(new Seat(room, reader), state, sync, answer));
        answer.put("sync", sync);
    }

    private void catchUp(Seat seat, @Nullable Known state, Map<RoomId, RoomDeltaAnswer> sync, SessionAnswer answer) {
        try {
            RoomDelta delta = syncing.since(seat, revOf(state));
            sync.put(seat.roomId(), RoomDeltaAnswer.from(delta, seat.userId()));
            answer.covers(Topic.of("room", seat.roomId()), delta.rev());
        } catch (ParleyException e) {
            // A room the client knew and is no longer in: its absence from the room list says so.
            if (e.code().kind() != ErrorKind.NOT_FOUND && e.code().kind() != ErrorKind.FORBIDDEN) {
                throw e;
            }
        }
    }

    private static long revOf(@Nullable Known state) {
        return state == null || state.rev() == null ? 0 : Math.max(0, state.rev());
    }
}
