package chat.parley.identity.integration;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * Changes the key that signs access tokens while servers run. The one before stays valid until its last token has
 * expired; only after that may it be removed, by the next rotation.
 */
public final class SigningKeyRotation {
    private final SigningKeyFiles files;
    private final Duration tokenLifetime;

    /** @param tokenLifetime how long a token lives that was signed at the last moment */
    public SigningKeyRotation(Path folder, Duration tokenLifetime) {
        this.files = new SigningKeyFiles(folder);
        this.tokenLifetime = tokenLifetime;
    }

    /** What a rotation has done. */
    public record Rotated(String keyId, int validKeys, int removedKeys) {}

    public Rotated rotate(Instant now) throws IOException {
        EllipticCurveJsonWebKey key = make();
        files.write(key, now);
        List<Path> removed = files.supersededBefore(now.minus(tokenLifetime));
        for (Path file : removed) {
            files.remove(file);
        }
        return new Rotated(
                key.calculateBase64urlEncodedThumbprint("SHA-256"),
                files.readAll().size(),
                removed.size());
    }

    private static EllipticCurveJsonWebKey make() {
        try {
            return EcJwkGenerator.generateJwk(EllipticCurves.P256);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
