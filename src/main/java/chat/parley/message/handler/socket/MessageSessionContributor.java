package chat.parley.message.handler.socket;

import chat.parley.identity.UserId;
import chat.parley.message.service.SyncRoomService;
import chat.parley.realtime.SessionAnswer;
import chat.parley.realtime.SessionContributor;
import chat.parley.realtime.SessionOpening;
import chat.parley.realtime.Topic;
import chat.parley.room.RoomId;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings every room that the client names up to date in the answer to {@code session.open}. It comes before the
 * room list: what is committed between the two is in the list only, and its push must still come.
 */
@ApplicationScoped
@Priority(MessageSessionContributor.BEFORE_THE_ROOM_LIST)
class MessageSessionContributor implements SessionContributor {
    static final int BEFORE_THE_ROOM_LIST = 1;

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
        Map<RoomId, Long> revs = new HashMap<>();
        (known == null ? Map.<RoomId, Known>of() : known).forEach((room, state) -> revs.put(room, revOf(state)));
        Map<RoomId, RoomDeltaAnswer> sync = new HashMap<>();
        // A room the client knew and is no longer in is left out: its absence from the room list says so.
        syncing.since(reader, revs).forEach((room, delta) -> {
            sync.put(room, RoomDeltaAnswer.from(delta, reader));
            answer.covers(Topic.of("room", room), delta.rev());
        });
        answer.put("sync", sync);
    }

    private static long revOf(@Nullable Known state) {
        return state == null || state.rev() == null ? 0 : Math.max(0, state.rev());
    }
}
