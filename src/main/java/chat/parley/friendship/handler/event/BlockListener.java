package chat.parley.friendship.handler.event;

import chat.parley.friendship.BlockChanged;
import chat.parley.friendship.service.block.BlockListService;
import chat.parley.identity.UserId;
import chat.parley.realtime.FanOut;
import chat.parley.realtime.PresenceWatching;
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

/** Tells the one who blocks, on all their devices; the other only stops seeing whether they are there. */
@ApplicationScoped
class BlockListener implements StateTeller {
    private static final String BLOCK = "block";

    private final BlockListService blocks;
    private final StateNews states;
    private final FanOut fanOut;
    private final PresenceWatching presence;
    // One look at what somebody blocks after the other: whoever tells last has read last.
    private final Object[] locks = Stream.generate(Object::new).limit(64).toArray();

    BlockListener(BlockListService blocks, StateNews states, FanOut fanOut, PresenceWatching presence) {
        this.blocks = blocks;
        this.states = states;
        this.fanOut = fanOut;
        this.presence = presence;
    }

    private record BlockPush(UserId userId, boolean blocked) {}

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) BlockChanged event) {
        states.changed(new StateChange(Topic.of(BLOCK, event.user()), List.of(event.other())));
        if (event.blocked()) {
            presence.part(event.user(), event.other());
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of(BLOCK);
    }

    @Override
    public void tell(StateChange change) {
        UserId user = new UserId(change.subject().id());
        if (fanOut.isHere(user)) {
            change.about().forEach(other -> tell(user, other));
        }
    }

    private void tell(UserId user, UserId other) {
        synchronized (locks[Math.floorMod(user.hashCode(), locks.length)]) {
            BlockPush push = new BlockPush(other, blocks.blocks(user, other));
            fanOut.publishHere(user, Push.durable("block.changed", push));
        }
    }
}
