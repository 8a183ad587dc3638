package chat.parley.friendship.service;

import chat.parley.identity.UserId;
import org.jspecify.annotations.Nullable;

/** {@code userId} wants to be friends with {@code other}. */
public record AskFriend(
        UserId userId, UserId other, @Nullable String note) {}
