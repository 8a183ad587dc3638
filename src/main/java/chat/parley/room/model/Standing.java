package chat.parley.room.model;

import chat.parley.room.Role;
import org.jspecify.annotations.Nullable;

/**
 * How a user stands to a room that exists.
 *
 * @param open anybody may enter
 * @param direct it is the direct room of two people
 * @param role null to somebody who is not a member
 * @param firstSeq number of the oldest message that is kept
 * @param prunedRev the latest change of anything that was removed from the start of the log
 */
public record Standing(
        boolean open,
        boolean direct,
        boolean readOnly,
        @Nullable Role role,
        long readSeq,
        long lastSeq,
        long lastRev,
        long firstSeq,
        long prunedRev) {}
