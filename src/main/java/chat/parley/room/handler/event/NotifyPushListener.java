package chat.parley.room.handler.event;

import chat.parley.realtime.StateNews;
import chat.parley.room.NotifyLevelChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Brings a member's choice to their other devices. */
@ApplicationScoped
class NotifyPushListener {
    private final StateNews states;

    NotifyPushListener(StateNews states) {
        this.states = states;
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) NotifyLevelChanged event) {
        states.changed(RoomStateTeller.notifyLevel(event.seat()));
    }
}
