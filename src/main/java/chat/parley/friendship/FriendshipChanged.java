package chat.parley.friendship;

import chat.parley.identity.UserId;

/** How two people stand to each other changed. Fired inside the transaction that makes it true. */
public record FriendshipChanged(UserId actor, UserId other) {}
