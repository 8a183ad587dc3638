package chat.parley.room;

import java.util.OptionalLong;

/** How far each member has read. Runs in the caller's transaction. */
public interface ReadPositions {
    /**
     * Moves the member's position forward, never back and never beyond the last message.
     *
     * @return the new position; empty if it stays where it was, or nobody sits here
     */
    OptionalLong advance(Seat seat, long seq);
}
