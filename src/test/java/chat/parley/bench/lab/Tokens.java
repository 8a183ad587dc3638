package chat.parley.bench.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Access tokens like the server's, signed with its own key; signing in by password is not what is measured. */
public final class Tokens {
    private static final long LIFETIME_SECONDS = 6 * 3600;

    private final EllipticCurveJsonWebKey key;
    private final String keyId;

    private Tokens(EllipticCurveJsonWebKey key) {
        this.key = key;
        this.keyId = key.calculateBase64urlEncodedThumbprint("SHA-256");
    }

    /** With the key of a server that has been started on this storage. */
    public static Tokens of(Path storage) {
        try (var files = Files.list(storage.resolve("keys"))) {
            Path file = files.filter(path -> path.toString().endsWith(".jwk"))
                    .sorted()
                    .reduce((older, newer) -> newer)
                    .orElseThrow();
            return new Tokens((EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For the seeded user of that number. */
    public String of(int user) {
        long now = Instant.now().getEpochSecond();
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        token.setKeyIdHeaderValue(keyId);
        token.setHeader("typ", "JWT");
        token.setKey(key.getPrivateKey());
        token.setPayload(
                """
                {"iss":"parley","sub":"%d","sid":"%d","iat":%d,"exp":%d,"jti":"%s"}""".formatted(Seed.user(user), Seed.session(user), now, now + LIFETIME_SECONDS, UUID.randomUUID()));
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
