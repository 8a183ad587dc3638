package chat.parley.room;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** How far each member has read. Runs in the caller's transaction. */
public interface ReadPositions {
    /**
     * Moves the member's position forward, never back and never beyond the last message.
     *
     * @return the new position; empty if it stays where it was, or nobody sits here
     */
    OptionalLong advance(Seat seat, long seq);

    /** All that moved within this time until now, as they stand; each at most once. One query. */
    List<ReadPosition> movedWithin(Duration time);
}
