package chat.parley.identity.service;

import chat.parley.identity.AccessGrant;
import chat.parley.identity.AccessTokens;
import chat.parley.identity.model.RecentMap;
import chat.parley.identity.port.AccessTokenCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Checks the tokens of callers that do not come over HTTP. A signature that was good stays good, so that those who come
 * back with the same token, all at once after a restart of what lies between, cost one lookup each.
 */
@ApplicationScoped
public class VerifyAccessTokenService implements AccessTokens {
    private static final int REMEMBERED_TOKENS = 50_000;

    private final AccessTokenCodec codec;
    private final CheckSessionService sessions;
    private final Clock clock;
    private final RecentMap<String, AccessGrant> verified = new RecentMap<>(REMEMBERED_TOKENS);

    VerifyAccessTokenService(AccessTokenCodec codec, CheckSessionService sessions, Clock clock) {
        this.codec = codec;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public AccessGrant verify(String token) {
        AccessGrant grant = read(token);
        sessions.requireAlive(grant.sessionId());
        return grant;
    }

    private AccessGrant read(String token) {
        AccessGrant known = verified.get(token);
        if (known != null && clock.instant().isBefore(known.expiresAt())) {
            return known;
        }
        verified.remove(token);
        AccessGrant grant = codec.read(token);
        return verified.update(token, any -> grant);
    }

    /** With what anybody may check a token's signature: a JSON Web Key Set. */
    public String publicKeys() {
        return codec.publicKeys();
    }
}
