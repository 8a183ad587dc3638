package chat.parley.identity;

/** Checks access tokens for callers that do not come over HTTP. */
public interface AccessTokens {
    /**
     * Signature, expiry, and that the session was not revoked nor the account disabled. May read the database.
     *
     * @throws chat.parley.shared.error.ParleyException {@code auth.unauthenticated}, or
     *     {@link IdentityError#SESSION_REVOKED} when the token is good but its session is over
     */
    AccessGrant verify(String token);
}
