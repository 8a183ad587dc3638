package chat.parley.friendship.handler.event;

import chat.parley.friendship.FriendshipChanged;
import chat.parley.friendship.service.FriendListService;
import chat.parley.identity.UserId;
import chat.parley.realtime.FanOut;
import chat.parley.realtime.Push;
import chat.parley.realtime.StateChange;
import chat.parley.realtime.StateNews;
import chat.parley.realtime.StateTeller;
import chat.parley.realtime.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tells both people, on all their devices, how they now stand to each other. */
@ApplicationScoped
class FriendPushListener implements StateTeller {
    private static final String FRIEND = "friend";

    private final FriendListService friends;
    private final StateNews states;
    private final FanOut fanOut;
    // One change after the other of the same two people: whoever tells last has read last.
    private final Object[] locks = Stream.generate(Object::new).limit(64).toArray();

    FriendPushListener(FriendListService friends, StateNews states, FanOut fanOut) {
        this.friends = friends;
        this.states = states;
        this.fanOut = fanOut;
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) FriendshipChanged event) {
        states.changed(about(event.actor(), event.other()));
        states.changed(about(event.other(), event.actor()));
    }

    private static StateChange about(UserId user, UserId other) {
        return new StateChange(Topic.of(FRIEND, user), List.of(other));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(FRIEND);
    }

    @Override
    public void tell(StateChange change) {
        UserId user = new UserId(change.subject().id());
        if (fanOut.isHere(user)) {
            change.about().forEach(other -> tell(user, other));
        }
    }

    private void tell(UserId user, UserId about) {
        synchronized (locks[Math.floorMod(user.hashCode() + about.hashCode(), locks.length)]) {
            fanOut.publishHere(user, Push.durable("friend.changed", friends.current(user, about)));
        }
    }
}
