package chat.parley.identity.service;

import chat.parley.identity.AccessGrant;
import chat.parley.identity.AccessTokens;
import chat.parley.identity.port.AccessTokenCodec;
import jakarta.enterprise.context.ApplicationScoped;

/** Checks the tokens of callers that do not come over HTTP. */
@ApplicationScoped
public class VerifyAccessTokenService implements AccessTokens {
    private final AccessTokenCodec codec;
    private final CheckSessionService sessions;

    VerifyAccessTokenService(AccessTokenCodec codec, CheckSessionService sessions) {
        this.codec = codec;
        this.sessions = sessions;
    }

    @Override
    public AccessGrant verify(String token) {
        AccessGrant grant = codec.read(token);
        sessions.requireAlive(grant.sessionId());
        return grant;
    }

    /** With what anybody may check a token's signature: a JSON Web Key Set. */
    public String publicKeys() {
        return codec.publicKeys();
    }
}
