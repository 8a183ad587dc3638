package chat.parley.room;

/**
 * A member's standing at the moment it was asked for.
 *
 * @param lastSeq number of the newest message
 * @param lastRev number of the latest change
 * @param firstSeq number of the oldest message that is kept
 * @param prunedRev the latest change of anything that was removed from the start of the log
 * @param readOnly nobody can write here any more: a direct room whose friendship ended
 */
public record Membership(
        Seat seat,
        Role role,
        long readSeq,
        long lastSeq,
        long lastRev,
        long firstSeq,
        long prunedRev,
        boolean readOnly) {}
