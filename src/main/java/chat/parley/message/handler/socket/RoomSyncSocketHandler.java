package chat.parley.message.handler.socket;

import chat.parley.message.service.OpenRoomService;
import chat.parley.message.service.SyncRoomService;
import chat.parley.realtime.SocketHandler;
import chat.parley.realtime.SocketRoutes;
import chat.parley.realtime.SocketSession;
import chat.parley.room.Seat;
import jakarta.enterprise.context.ApplicationScoped;

/** The routes by which a client gets and keeps a room complete. */
@ApplicationScoped
class RoomSyncSocketHandler implements SocketHandler {
    private final OpenRoomService opening;
    private final SyncRoomService syncing;

    RoomSyncSocketHandler(OpenRoomService opening, SyncRoomService syncing) {
        this.opening = opening;
        this.syncing = syncing;
    }

    @Override
    public void register(SocketRoutes routes) {
        routes.request("room.open", OpenRoomPayload.class, this::open);
        routes.request("room.sync", SyncRoomPayload.class, this::sync);
    }

    private Object open(SocketSession session, OpenRoomPayload payload) {
        Seat seat = new Seat(payload.roomId(), session.userId());
        return OpenRoomAnswer.from(opening.open(seat, payload.limitOrDefault()), session.userId());
    }

    private Object sync(SocketSession session, SyncRoomPayload payload) {
        Seat seat = new Seat(payload.roomId(), session.userId());
        return RoomDeltaAnswer.from(syncing.since(seat, payload.rev()), session.userId());
    }
}
