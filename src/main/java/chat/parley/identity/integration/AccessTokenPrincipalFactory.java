package chat.parley.identity.integration;

import chat.parley.identity.model.AccessToken;
import chat.parley.identity.port.IdentityConfig;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * Makes Quarkus check bearer tokens with Parley's own keys: whatever key, issuer or algorithm is configured for SmallRye
 * JWT, or was made up for development, is not looked at.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class AccessTokenPrincipalFactory extends JWTCallerPrincipalFactory {
    private static final Set<String> REQUIRED_CLAIMS = Set.of("sub", AccessToken.SESSION_CLAIM);

    private final JWTCallerPrincipalFactory smallRye = new DefaultJWTCallerPrincipalFactory();
    private final SigningKeys keys;
    private final IdentityConfig config;

    AccessTokenPrincipalFactory(SigningKeys keys, IdentityConfig config) {
        this.keys = keys;
        this.config = config;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo configured) throws ParseException {
        return parse(token);
    }

    JWTCallerPrincipal parse(String token) throws ParseException {
        EllipticCurveJsonWebKey key = keys.find(keyId(token)).orElseThrow(() -> new ParseException("Unknown key"));
        JWTAuthContextInfo rules = new JWTAuthContextInfo(key.getPublicKey(), config.issuer());
        rules.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
        rules.setRequiredClaims(REQUIRED_CLAIMS);
        // Parley made the token itself a moment ago: no allowance for other people's clocks.
        rules.setClockSkew(0);
        return smallRye.parse(token, rules);
    }

    // Not verified yet; it only chooses one of our own keys.
    private static String keyId(String token) throws ParseException {
        try {
            String id = ((JsonWebSignature) JsonWebSignature.fromCompactSerialization(token)).getKeyIdHeaderValue();
            return id == null ? "" : id;
        } catch (JoseException | ClassCastException e) {
            throw new ParseException("Not a signed token", e);
        }
    }
}
