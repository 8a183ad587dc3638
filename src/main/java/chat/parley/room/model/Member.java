package chat.parley.room.model;

import chat.parley.identity.UserId;
import chat.parley.room.Role;
import java.time.Instant;

/**
 * Somebody in a room.
 *
 * @param readSeq number of the last message this member has seen
 */
public record Member(UserId userId, Role role, long readSeq, Instant joinedAt) {
    /** Somebody who comes in now. */
    public static Member entering(UserId userId, Role role, Instant now) {
        return new Member(userId, role, 0, now);
    }
}
