package chat.parley.room.handler.socket;

import chat.parley.identity.UserId;
import chat.parley.realtime.SessionAnswer;
import chat.parley.realtime.SessionContributor;
import chat.parley.realtime.SessionOpening;
import chat.parley.realtime.Topic;
import chat.parley.room.RoomId;
import chat.parley.room.RoomView;
import chat.parley.room.service.RoomListService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives every new session the whole room list, and lets it listen to those rooms. */
@ApplicationScoped
class RoomSessionContributor implements SessionContributor {
    private final RoomListService rooms;

    RoomSessionContributor(RoomListService rooms) {
        this.rooms = rooms;
    }

    @Override
    public Set<Topic> topics(UserId user) {
        return topics(rooms.ids(user).stream());
    }

    @Override
    public void contribute(SessionOpening opening, SessionAnswer answer) {
        List<RoomView> mine = rooms.mine(opening.session().userId());
        answer.put("rooms", mine);
        mine.forEach(room -> answer.covers(Topic.of("room", room.id()), room.lastRev()));
        // The list was read after the topics, so it decides what is still listened to.
        answer.retain("room", topics(mine.stream().map(RoomView::id)));
    }

    private static Set<Topic> topics(Stream<RoomId> ids) {
        return ids.map(id -> Topic.of("room", id)).collect(Collectors.toSet());
    }
}
