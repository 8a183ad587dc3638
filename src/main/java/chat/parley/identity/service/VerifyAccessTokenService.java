package chat.parley.identity.service;

import chat.parley.identity.AccessGrant;
import chat.parley.identity.AccessTokens;
import chat.parley.identity.port.AccessTokenCodec;
import chat.parley.shared.limit.RecentMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

    // By the token's SHA-256, which is small and gives nothing away.
    private final RecentMap<ByteBuffer, AccessGrant> verified = new RecentMap<>(REMEMBERED_TOKENS);

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
        ByteBuffer digest = ByteBuffer.wrap(sha256(token));
        AccessGrant known = verified.get(digest);
        if (known != null && clock.instant().isBefore(known.expiresAt())) {
            return known;
        }
        verified.remove(digest);
        AccessGrant grant = codec.read(token);
        return verified.update(digest, any -> grant);
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** With what anybody may check a token's signature: a JSON Web Key Set. */
    public String publicKeys() {
        return codec.publicKeys();
    }
}
