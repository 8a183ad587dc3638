package chat.parley.room.handler.socket;

import chat.parley.realtime.SocketHandler;
import chat.parley.realtime.SocketRoutes;
import chat.parley.realtime.SocketSession;
import chat.parley.room.RoomId;
import chat.parley.room.RoomView;
import chat.parley.room.Seat;
import chat.parley.room.service.CreateRoomService;
import chat.parley.room.service.JoinRoomService;
import chat.parley.room.service.LeaveRoomService;
import chat.parley.room.service.RoomViewService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Rooms over the socket: the same use cases as over REST. */
@ApplicationScoped
class RoomSocketHandler implements SocketHandler {
    private final CreateRoomService createRoom;
    private final JoinRoomService joinRoom;
    private final LeaveRoomService leaveRoom;
    private final RoomViewService views;

    RoomSocketHandler(
            CreateRoomService createRoom, JoinRoomService joinRoom, LeaveRoomService leaveRoom, RoomViewService views) {
        this.createRoom = createRoom;
        this.joinRoom = joinRoom;
        this.leaveRoom = leaveRoom;
        this.views = views;
    }

    @Override
    public void register(SocketRoutes routes) {
        routes.request("room.create", CreateRoomPayload.class, this::create);
        routes.request("room.join", JoinRoomPayload.class, this::join);
        routes.request("room.leave", LeaveRoomPayload.class, this::leave);
    }

    private RoomView create(SocketSession session, CreateRoomPayload payload) {
        return room(
                session, createRoom.create(payload.toCommand(session.userId())).made());
    }

    private RoomView join(SocketSession session, JoinRoomPayload payload) {
        return room(session, joinRoom.join(payload.toCommand(session.userId())));
    }

    private Map<String, Object> leave(SocketSession session, LeaveRoomPayload payload) {
        leaveRoom.leave(new Seat(payload.roomId(), session.userId()));
        return Map.of();
    }

    private RoomView room(SocketSession session, RoomId id) {
        return views.room(new Seat(id, session.userId()));
    }
}
