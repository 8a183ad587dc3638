package chat.parley.room;

/** A member chose anew of what in a room they want to be told; only they hear of it. */
public record NotifyLevelChanged(Seat seat, NotifyLevel notifyLevel) {}
