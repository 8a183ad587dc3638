package chat.parley.identity.model;

import java.time.Instant;

/** A signed token that proves who calls, until it expires. */
public record AccessToken(String text, Instant expiresAt) {
    /** The claim with the session's id; the subject is the account's. */
    public static final String SESSION_CLAIM = "sid";

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "AccessToken[" + expiresAt + "]";
    }
}
