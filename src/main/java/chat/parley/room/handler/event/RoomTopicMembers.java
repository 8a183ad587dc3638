package chat.parley.room.handler.event;

import chat.parley.identity.UserId;
import chat.parley.realtime.FanOut;
import chat.parley.realtime.Push;
import chat.parley.realtime.Subscriptions;
import chat.parley.realtime.Topic;
import chat.parley.realtime.TopicMembers;
import chat.parley.room.RoomId;
import chat.parley.room.RoomView;
import chat.parley.room.Seat;
import chat.parley.room.service.RoomNewsService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lets a room's members listen to it, and tells them that they may, or no longer may. */
@ApplicationScoped
class RoomTopicMembers implements TopicMembers {
    private final RoomNewsService news;
    private final Subscriptions subscriptions;
    private final FanOut fanOut;
    // One look at a seat after the other: whoever tells last has read last.
    private final Object[] locks = Stream.generate(Object::new).limit(64).toArray();

    RoomTopicMembers(RoomNewsService news, Subscriptions subscriptions, FanOut fanOut) {
        this.news = news;
        this.subscriptions = subscriptions;
        this.fanOut = fanOut;
    }

    @Override
    public String kind() {
        return "room";
    }

    @Override
    public Map<UserId, Set<Topic>> topics(Collection<UserId> users) {
        Map<UserId, Set<Topic>> topics = new HashMap<>();
        news.rooms(users)
                .forEach((user, ids) -> topics.put(
                        user, ids.stream().map(id -> Topic.of("room", id)).collect(Collectors.toSet())));
        return topics;
    }

    @Override
    public void settle(UserId user, Topic topic) {
        Seat seat = new Seat(new RoomId(topic.id()), user);
        synchronized (locks[Math.floorMod(seat.hashCode(), locks.length)]) {
            settle(seat, topic);
        }
    }

    // Listening comes before reading: what is said in between reaches the user one way or the other, or both ways.
    private void settle(Seat seat, Topic topic) {
        if (news.isMember(seat)) {
            subscriptions.subscribe(seat.userId(), topic);
        }
        news.forMember(seat).ifPresentOrElse(room -> added(seat, topic, room), () -> removed(seat, topic));
    }

    private void added(Seat seat, Topic topic, RoomView room) {
        subscriptions.covers(topic, room.lastRev());
        fanOut.publishHere(seat.userId(), Push.durable("room.added", room));
    }

    private void removed(Seat seat, Topic topic) {
        subscriptions.unsubscribe(seat.userId(), topic);
        fanOut.publishHere(seat.userId(), Push.durable("room.removed", new RoomRemovedPush(seat.roomId())));
    }
}
