package chat.parley.friendship.handler.event;

import chat.parley.friendship.FriendshipChanged;
import chat.parley.friendship.service.FriendListService;
import chat.parley.identity.UserId;
import chat.parley.realtime.FanOut;
import chat.parley.realtime.Push;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.stream.Stream;

/** Tells both people, on all their devices, how they now stand to each other. */
@ApplicationScoped
class FriendPushListener {
    private final FriendListService friends;
    private final FanOut fanOut;
    // One change after the other of the same two people: whoever tells last has read last.
    private final Object[] locks = Stream.generate(Object::new).limit(64).toArray();

    FriendPushListener(FriendListService friends, FanOut fanOut) {
        this.friends = friends;
        this.fanOut = fanOut;
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) FriendshipChanged event) {
        UserId one = event.actor();
        UserId other = event.other();
        synchronized (locks[Math.floorMod(one.hashCode() + other.hashCode(), locks.length)]) {
            tell(one, other);
            tell(other, one);
        }
    }

    private void tell(UserId user, UserId about) {
        fanOut.publish(user, Push.durable("friend.changed", friends.current(user, about)));
    }
}
