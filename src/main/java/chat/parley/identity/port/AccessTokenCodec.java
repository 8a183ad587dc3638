package chat.parley.identity.port;

import chat.parley.identity.AccessGrant;
import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;
import chat.parley.identity.model.AccessToken;

/** Writes and reads access tokens. */
public interface AccessTokenCodec {
    AccessToken issue(UserId user, SessionId session);

    /**
     * Checks signature, issuer and expiry, not whether the session is still alive.
     *
     * @throws chat.parley.shared.error.ParleyException {@code auth.unauthenticated}
     */
    AccessGrant read(String token);

    /** The public keys as a JSON Web Key Set (RFC 7517). */
    String publicKeys();
}
