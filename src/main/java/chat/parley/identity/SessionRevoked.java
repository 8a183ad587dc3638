package chat.parley.identity;

/** Raised after the commit that ended a session: sign-out, a reused refresh token, a disabled account. */
public record SessionRevoked(UserId userId, SessionId sessionId) {}
