package chat.parley.room.handler.event;

import chat.parley.identity.UserId;
import chat.parley.realtime.FanOut;
import chat.parley.realtime.Push;
import chat.parley.realtime.StateChange;
import chat.parley.realtime.StateTeller;
import chat.parley.realtime.Topic;
import chat.parley.room.NotifyLevel;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.room.service.RoomNewsService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells how a room stands, and who is in it. */
@ApplicationScoped
class RoomStateTeller implements StateTeller {
    /** The room itself: its name and whatever else its members see alike. */
    private static final String ROOM = "room";

    /** Whether people are in it. */
    private static final String MEMBERS = "room.members";

    /** What people in it are. */
    private static final String ROLES = "room.roles";

    /** Of what people in it want to be told. */
    private static final String NOTIFY = "room.notify";

    private final RoomNewsService news;
    private final FanOut fanOut;
    private final Object[] locks = Stream.generate(Object::new).limit(64).toArray();

    RoomStateTeller(RoomNewsService news, FanOut fanOut) {
        this.news = news;
        this.fanOut = fanOut;
    }

    private record NotifyPush(RoomId roomId, NotifyLevel notifyLevel) {}

    static StateChange room(RoomId room) {
        return new StateChange(Topic.of(ROOM, room), List.of());
    }

    static StateChange members(RoomId room, List<UserId> users) {
        return new StateChange(Topic.of(MEMBERS, room), users);
    }

    static StateChange role(Seat seat) {
        return new StateChange(Topic.of(ROLES, seat.roomId()), List.of(seat.userId()));
    }

    static StateChange notifyLevel(Seat seat) {
        return new StateChange(Topic.of(NOTIFY, seat.roomId()), List.of(seat.userId()));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ROOM, MEMBERS, ROLES, NOTIFY);
    }

    @Override
    public void tell(StateChange change) {
        RoomId room = new RoomId(change.subject().id());
        if (!change.subject().kind().equals(NOTIFY) && !fanOut.isHeardHere(Topic.of(ROOM, room))) {
            return;
        }
        synchronized (locks[Math.floorMod(room.hashCode(), locks.length)]) {
            switch (change.subject().kind()) {
                case MEMBERS -> tellMembers(room, change.about(), false);
                case ROLES -> tellMembers(room, change.about(), true);
                case NOTIFY -> change.about().forEach(user -> tellNotifyLevel(new Seat(room, user)));
                default -> tellRoom(room);
            }
        }
    }

    private void tellRoom(RoomId room) {
        news.shared(room).ifPresent(view -> publish(room, Push.durable("room.changed", view)));
    }

    private void tellMembers(RoomId room, List<UserId> users, boolean wereIn) {
        news.people(room, users)
                .map(people -> RoomMembersPush.of(room, users, people, wereIn))
                .ifPresent(push -> publish(room, Push.durable("room.members", push)));
    }

    private void tellNotifyLevel(Seat seat) {
        news.forMember(seat)
                .flatMap(view -> Optional.ofNullable(view.notifyLevel()))
                .map(level -> Push.durable("room.notify", new NotifyPush(seat.roomId(), level)))
                .ifPresent(push -> fanOut.publishHere(seat.userId(), push));
    }

    private void publish(RoomId room, Push push) {
        fanOut.publishHere(Topic.of(ROOM, room), push);
    }
}
