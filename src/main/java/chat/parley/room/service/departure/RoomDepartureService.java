package chat.parley.room.service.departure;

import chat.parley.identity.AccountDeparture;
import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.room.service.RoomListService;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes a deleted account out of its groups, one after the other. Direct rooms stay for the other person to read. */
@ApplicationScoped
public class RoomDepartureService implements AccountDeparture {
    private final RoomListService rooms;
    private final LeaveBehindService leaving;

    RoomDepartureService(RoomListService rooms, LeaveBehindService leaving) {
        this.rooms = rooms;
        this.leaving = leaving;
    }

    @Override
    public void depart(UserId user) {
        for (RoomId room : rooms.ids(user)) {
            leaving.leave(new Seat(room, user));
        }
        leaving.revokeInvitations(user);
    }
}
