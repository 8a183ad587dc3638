package chat.parley.friendship.handler.event;

import chat.parley.friendship.BlockChanged;
import chat.parley.identity.UserId;
import chat.parley.realtime.FanOut;
import chat.parley.realtime.PresenceWatching;
import chat.parley.realtime.Push;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Tells the one who blocks, on all their devices; the other only stops seeing whether they are there. */
@ApplicationScoped
class BlockListener {
    private final FanOut fanOut;
    private final PresenceWatching presence;

    BlockListener(FanOut fanOut, PresenceWatching presence) {
        this.fanOut = fanOut;
        this.presence = presence;
    }

    private record BlockPush(UserId userId, boolean blocked) {}

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) BlockChanged event) {
        fanOut.publish(event.user(), Push.durable("block.changed", new BlockPush(event.other(), event.blocked())));
        if (event.blocked()) {
            presence.part(event.user(), event.other());
        }
    }
}
