package chat.parley.room.handler.event;

import chat.parley.identity.UserId;
import chat.parley.realtime.FanOut;
import chat.parley.realtime.Push;
import chat.parley.realtime.StateNews;
import chat.parley.realtime.Subscriptions;
import chat.parley.realtime.Topic;
import chat.parley.room.RoomEvent;
import chat.parley.room.RoomEvent.BanLifted;
import chat.parley.room.RoomEvent.DirectRoomChanged;
import chat.parley.room.RoomEvent.DirectRoomCreated;
import chat.parley.room.RoomEvent.MemberBanned;
import chat.parley.room.RoomEvent.MemberJoined;
import chat.parley.room.RoomEvent.MemberLeft;
import chat.parley.room.RoomEvent.MemberRemoved;
import chat.parley.room.RoomEvent.MembersAdded;
import chat.parley.room.RoomEvent.RoleChanged;
import chat.parley.room.RoomEvent.RoomChanged;
import chat.parley.room.RoomEvent.RoomCreated;
import chat.parley.room.RoomEvent.RoomDeleted;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lets people listen to their rooms and tells them what changed, once it is committed. Two changes of a room may
 * arrive here in either order, so an event says only whom to look at: what is done and told follows from what the
 * database says then, and one room's changes are looked at one after the other; on other nodes as well, each by itself.
 */
@ApplicationScoped
class RoomPushListener {
    private final Subscriptions subscriptions;
    private final StateNews states;
    private final FanOut fanOut;
    private final Object[] locks = Stream.generate(Object::new).limit(64).toArray();

    RoomPushListener(Subscriptions subscriptions, StateNews states, FanOut fanOut) {
        this.subscriptions = subscriptions;
        this.states = states;
        this.fanOut = fanOut;
    }

    void happened(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomEvent event) {
        synchronized (locks[Math.floorMod(event.roomId().hashCode(), locks.length)]) {
            tell(event);
        }
    }

    private void tell(RoomEvent event) {
        RoomId room = event.roomId();
        switch (event) {
            case RoomCreated created -> place(room, List.of(created.actor()));
            case DirectRoomCreated created -> place(room, List.of(created.actor(), created.other()));
            case MemberJoined joined -> moved(room, List.of(joined.actor()));
            case MembersAdded added -> moved(room, added.members());
            case MemberLeft left -> moved(room, List.of(left.actor()));
            case MemberRemoved removed -> moved(room, List.of(removed.member()));
            case MemberBanned banned when banned.wasIn() -> moved(room, List.of(banned.member()));
            // Told by the notice in the log; nothing changed for those who listen.
            case MemberBanned banned -> {}
            case BanLifted lifted -> {}
            case RoleChanged changed -> states.changed(RoomStateTeller.role(new Seat(room, changed.member())));
            case RoomChanged changed -> states.changed(RoomStateTeller.room(room));
            case DirectRoomChanged changed -> states.changed(RoomStateTeller.room(room));
            case RoomDeleted deleted -> deleted(deleted);
        }
    }

    private void moved(RoomId room, List<UserId> users) {
        place(room, users);
        states.changed(RoomStateTeller.members(room, users));
    }

    // All who are in the room listen to it, so they hear that it is gone before the listening ends.
    private void deleted(RoomDeleted event) {
        Topic topic = topic(event.roomId());
        fanOut.publish(topic, Push.durable("room.removed", new RoomRemovedPush(event.roomId())));
        subscriptions.unsubscribeAll(topic);
    }

    private void place(RoomId room, Collection<UserId> users) {
        subscriptions.settle(topic(room), users);
    }

    private static Topic topic(RoomId room) {
        return Topic.of("room", room);
    }
}
