package chat.parley.identity.integration;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.identity.TestIdentityConfig;
import chat.parley.testing.SteppingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
    private static final Instant START = new SteppingClock().instant();

    private final SteppingClock clock = new SteppingClock();
    private final Path folder;

    SigningKeysTest(@TempDir Path temporary) {
        folder = temporary.resolve("keys");
    }

    @Test
    void theFirstStartMakesAKeyThatOnlyTheServerCanRead() throws IOException {
        keys();
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(files())
                .singleElement()
                .satisfies(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
    }

    @Test
    void theNextStartUsesTheSameKey() throws IOException {
        String first = keys().signing().getKeyId();
        assertThat(keys().signing().getKeyId()).isEqualTo(first);
        assertThat(files()).hasSize(1);
    }

    @Test
    void theNewestKeySignsAndTheOlderStillVerifies() throws Exception {
        String old = keys().signing().getKeyId();
        addKey(START.plusSeconds(60));
        SigningKeys both = keys();
        assertThat(both.signing().getKeyId()).isNotEqualTo(old);
        assertThat(both.find(old)).isPresent();
    }

    @Test
    void aKeyThatWasAddedLaterIsFoundWithoutARestart() throws Exception {
        SigningKeys running = keys();
        addKey(START.plusSeconds(60));
        String added = keys().signing().getKeyId();
        assertThat(running.find(added)).as("asked again too soon").isEmpty();
        clock.advance(Duration.ofSeconds(11));
        assertThat(running.find(added)).isPresent();
    }

    @Test
    void aKeyThatWasAddedLaterSignsWithinAMinuteOrTwo() throws Exception {
        SigningKeys running = keys();
        String old = running.signing().getKeyId();
        addKey(START.plusSeconds(60));
        assertThat(running.signing().getKeyId()).isEqualTo(old);
        clock.advance(Duration.ofSeconds(61));
        assertThat(running.signing().getKeyId()).isNotEqualTo(old);
        assertThat(running.find(old)).as("its tokens are still good").isPresent();
    }

    @Test
    void thePublicSetHoldsNoSecret() {
        assertThat(keys().publicSet()).contains("\"kid\"", "\"x\"", "\"y\"").doesNotContain("\"d\"");
    }

    private SigningKeys keys() {
        return new SigningKeys(new TestIdentityConfig(folder), clock);
    }

    private void addKey(Instant made) throws IOException, JoseException {
        new SigningKeyFiles(folder).write(EcJwkGenerator.generateJwk(EllipticCurves.P256), made);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
