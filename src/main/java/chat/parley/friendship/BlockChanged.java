package chat.parley.friendship;

import chat.parley.identity.UserId;

/**
 * Somebody blocked somebody, or lifted the block. Fired inside the transaction that makes it true; only {@code user} may
 * hear of it.
 */
public record BlockChanged(UserId user, UserId other, boolean blocked) {}
