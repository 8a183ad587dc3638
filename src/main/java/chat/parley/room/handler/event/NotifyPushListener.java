package chat.parley.room.handler.event;

import chat.parley.realtime.FanOut;
import chat.parley.realtime.Push;
import chat.parley.room.NotifyLevel;
import chat.parley.room.NotifyLevelChanged;
import chat.parley.room.RoomId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Brings a member's choice to their other devices. */
@ApplicationScoped
class NotifyPushListener {
    private final FanOut fanOut;

    NotifyPushListener(FanOut fanOut) {
        this.fanOut = fanOut;
    }

    private record NotifyPush(RoomId roomId, NotifyLevel notifyLevel) {}

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) NotifyLevelChanged event) {
        var push = new NotifyPush(event.seat().roomId(), event.notifyLevel());
        fanOut.publish(event.seat().userId(), Push.durable("room.notify", push));
    }
}
