package chat.parley.identity;

import java.time.Instant;

/**
 * What a valid access token says.
 *
 * @param expiresAt the end of the token, not of the session
 */
public record AccessGrant(UserId userId, SessionId sessionId, Instant expiresAt) {}
