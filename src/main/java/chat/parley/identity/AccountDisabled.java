package chat.parley.identity;

/** Raised within the transaction that shuts an account out; each of its sessions is revoked as well. */
public record AccountDisabled(UserId userId) {}
