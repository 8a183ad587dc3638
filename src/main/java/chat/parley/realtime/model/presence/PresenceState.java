package chat.parley.realtime.model.presence;

import chat.parley.shared.id.WireEnum;

/** Whether somebody is there; of several devices the best counts, so the order matters. */
public enum PresenceState implements WireEnum {
    OFFLINE,
    /** Connected, but on no device was anything done for a while. */
    AWAY,
    ONLINE;

    PresenceState or(PresenceState other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
