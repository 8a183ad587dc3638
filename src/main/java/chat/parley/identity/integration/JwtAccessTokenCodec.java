package chat.parley.identity.integration;

import chat.parley.identity.AccessGrant;
import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;
import chat.parley.identity.model.AccessToken;
import chat.parley.identity.port.AccessTokenCodec;
import chat.parley.identity.port.IdentityConfig;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwk.EllipticCurveJsonWebKey;

/** Access tokens as JWTs, signed with ES256. */
@ApplicationScoped
class JwtAccessTokenCodec implements AccessTokenCodec {
    private final SigningKeys keys;
    private final AccessTokenPrincipalFactory parser;
    private final IdentityConfig config;
    private final Clock clock;

    JwtAccessTokenCodec(SigningKeys keys, AccessTokenPrincipalFactory parser, IdentityConfig config, Clock clock) {
        this.keys = keys;
        this.parser = parser;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public AccessToken issue(UserId user, SessionId session) {
        EllipticCurveJsonWebKey key = keys.signing();
        // JWTs count whole seconds.
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plus(config.accessTokenLifetime());
        // The id claim is random: SmallRye adds it.
        String token = Jwt.issuer(config.issuer())
                .subject(user.toString())
                .claim(AccessToken.SESSION_CLAIM, session.toString())
                .issuedAt(now)
                .expiresAt(expiresAt)
                .jws()
                .keyId(key.getKeyId())
                .sign(key.getPrivateKey());
        return new AccessToken(token, expiresAt);
    }

    @Override
    public AccessGrant read(String token) {
        try {
            return grant(parser.parse(token));
        } catch (ParseException e) {
            throw ParleyException.of(RequestError.UNAUTHENTICATED);
        }
    }

    @Override
    public String publicKeys() {
        return keys.publicSet();
    }

    static AccessGrant grant(JsonWebToken token) {
        return new AccessGrant(
                UserId.parse(token.getSubject()),
                SessionId.parse(token.getClaim(AccessToken.SESSION_CLAIM)),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }
}
