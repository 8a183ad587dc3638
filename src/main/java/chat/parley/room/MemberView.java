package chat.parley.room;

import chat.parley.identity.UserProfile;
import java.time.Instant;

/**
 * Somebody in a room; the {@code member} shape of the wire.
 *
 * @param readSeq number of the last message this member has seen
 */
public record MemberView(UserProfile user, Role role, long readSeq, Instant joinedAt) {}
