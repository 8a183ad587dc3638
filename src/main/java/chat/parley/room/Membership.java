package chat.parley.room;

/**
 * A member's standing at the moment it was asked for.
 *
 * @param lastSeq number of the newest message
 * @param lastRev number of the latest change
 * @param readOnly nobody can write here any more: a direct room whose friendship ended
 */
public record Membership(Seat seat, Role role, long readSeq, long lastSeq, long lastRev, boolean readOnly) {}
