package chat.parley.identity.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyRotationTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration LIFETIME = Duration.ofMinutes(20);

    @TempDir
    private Path folder;

    @Test
    void theKeyBeforeStaysValidUntilItsLastTokenHasExpired() throws IOException {
        var rotation = new SigningKeyRotation(folder, LIFETIME);
        assertThat(rotation.rotate(NOW)).extracting("validKeys", "removedKeys").containsExactly(1, 0);
        assertThat(rotation.rotate(NOW.plusSeconds(60)))
                .extracting("validKeys", "removedKeys")
                .containsExactly(2, 0);

        Instant lastMoment = NOW.plusSeconds(60).plus(LIFETIME);
        assertThat(rotation.rotate(lastMoment))
                .extracting("validKeys", "removedKeys")
                .containsExactly(3, 0);
        assertThat(rotation.rotate(lastMoment.plusMillis(1)))
                .extracting("validKeys", "removedKeys")
                .containsExactly(3, 1);
    }

    @Test
    void theNewestKeyIsTheOneThatTheRotationNames() throws IOException {
        var rotation = new SigningKeyRotation(folder, LIFETIME);
        rotation.rotate(NOW);
        var rotated = rotation.rotate(NOW.plusSeconds(1));
        EllipticCurveJsonWebKey newest = new SigningKeyFiles(folder).readAll().getLast();
        assertThat(newest.calculateBase64urlEncodedThumbprint("SHA-256")).isEqualTo(rotated.keyId());
    }
}
