package chat.parley.friendship.model;

import chat.parley.identity.UserId;
import java.time.Instant;

/** {@code userId} wants nothing to do with {@code blockedId}. */
public record Block(UserId userId, UserId blockedId, Instant createdAt) {}
