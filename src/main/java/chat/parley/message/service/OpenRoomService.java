package chat.parley.message.service;

import chat.parley.identity.UserId;
import chat.parley.message.model.MessagePage;
import chat.parley.room.MemberView;
import chat.parley.room.RoomAccess;
import chat.parley.room.RoomView;
import chat.parley.room.RoomViews;
import chat.parley.room.Seat;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Gathers all that is needed to show a room. */
@ApplicationScoped
public class OpenRoomService {
    /** More members are paged over REST. */
    private static final int MEMBERS_SHOWN = 200;

    private final RoomAccess rooms;
    private final RoomViews views;
    private final NewestMessages newestMessages;

    OpenRoomService(RoomAccess rooms, RoomViews views, NewestMessages newestMessages) {
        this.rooms = rooms;
        this.views = views;
        this.newestMessages = newestMessages;
    }

    /**
     * A room on the screen.
     *
     * @param rev the newest page accounts for every change up to this one; it was read before the page
     */
    public record OpenedRoom(
            RoomView room, List<MemberView> members, Map<UserId, Long> readSeqs, MessagePage newest, long rev) {}

    public OpenedRoom open(Seat seat, int limit) {
        rooms.asMember(seat);
        RoomView room = views.room(seat);
        MessagePage newest = newestMessages.page(seat.roomId(), limit, room.firstSeq(), room.lastSeq(), room.lastRev());
        return new OpenedRoom(
                room,
                views.members(seat.roomId(), MEMBERS_SHOWN),
                views.readSeqs(seat.roomId(), MEMBERS_SHOWN),
                newest,
                room.lastRev());
    }
}
