package chat.parley.identity.integration;

import chat.parley.identity.port.IdentityConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The keys behind access tokens, made at the first start. The newest signs and all verify, so a key is changed by
 * putting a new file beside the old one, and the old one away when its last token has expired. A key's id is its
 * thumbprint (RFC 7638).
 */
@Startup
@ApplicationScoped
class SigningKeys {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final Duration REREAD_INTERVAL = Duration.ofSeconds(10);
    private static final Duration NEWER_KEY_INTERVAL = Duration.ofMinutes(1);

    private final SigningKeyFiles files;
    private final Clock clock;
    private volatile Map<String, EllipticCurveJsonWebKey> keys;
    private volatile Instant readAt;

    SigningKeys(IdentityConfig config, Clock clock) {
        this.files = new SigningKeyFiles(config.keys());
        this.clock = clock;
        this.readAt = clock.instant();
        this.keys = readOrMake();
    }

    EllipticCurveJsonWebKey signing() {
        boolean old = clock.instant().isAfter(readAt.plus(NEWER_KEY_INTERVAL));
        return List.copyOf((old ? reread() : keys).values()).getLast();
    }

    /** A key by its id; looks into the folder again for one that another node may have begun to use. */
    Optional<EllipticCurveJsonWebKey> find(String id) {
        EllipticCurveJsonWebKey key = keys.get(id);
        return Optional.ofNullable(key != null ? key : reread().get(id));
    }

    /** The JWK set with the public halves. */
    String publicSet() {
        return new JsonWebKeySet(List.copyOf(keys.values())).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    // Anybody can make up ids, so the disk is asked now and then at most.
    private synchronized Map<String, EllipticCurveJsonWebKey> reread() {
        Instant now = clock.instant();
        if (now.isAfter(readAt.plus(REREAD_INTERVAL))) {
            readAt = now;
            Map<String, EllipticCurveJsonWebKey> found = read();
            keys = found.isEmpty() ? keys : found;
        }
        return keys;
    }

    private Map<String, EllipticCurveJsonWebKey> readOrMake() {
        Map<String, EllipticCurveJsonWebKey> found = read();
        if (!found.isEmpty()) {
            return found;
        }
        try {
            files.write(EcJwkGenerator.generateJwk(EllipticCurves.P256), clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot store the key that signs access tokens", e);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
        LOG.info("Made the key that signs access tokens");
        return read();
    }

    private Map<String, EllipticCurveJsonWebKey> read() {
        try {
            Map<String, EllipticCurveJsonWebKey> byId = new LinkedHashMap<>();
            files.readAll().forEach(key -> byId.put(identify(key), key));
            return byId;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the keys that sign access tokens", e);
        }
    }

    private static String identify(EllipticCurveJsonWebKey key) {
        String id = key.calculateBase64urlEncodedThumbprint("SHA-256");
        key.setKeyId(id);
        key.setUse(Use.SIGNATURE);
        key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        return id;
    }
}
