package chat.parley;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.embedded.StartFailure;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingLimitsTest {
    @Test
    void theDefaultsAreWithinTheirLimits() {
        assertThatCode(() -> SettingLimits.check(config(Map.of()))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "parley.identity.hashing.memory-kib, 8191, at least 8192",
        "parley.identity.hashing.iterations, 0, at least 1",
        "parley.identity.hashing.threads, -1, at least 0",
        "parley.identity.throttle.address.attempts, 1000001, at most 1000000",
        "parley.media.max-file-bytes, 100M, must be a number",
        "parley.media.image.thumbnail-size, 15, at least 16",
        "parley.identity.issuer, ' ', must not be empty",
        "parley.redis.prefix, '', must not be empty",
        "parley.redis.url, 'http://localhost', redis://",
    })
    void whatIsOutOfItsLimitsIsNamed(String name, String value, String message) {
        assertThatThrownBy(() -> SettingLimits.check(config(Map.of(name, value))))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith(name)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "parley.identity.hashing.memory-kib, 8192",
        "parley.identity.throttle.address.attempts, 1000000",
        "parley.redis.url, 'rediss://user:secret@redis.example:6380'",
    })
    void whatIsJustWithinThemIsTaken(String name, String value) {
        assertThatCode(() -> SettingLimits.check(config(Map.of(name, value)))).doesNotThrowAnyException();
    }

    private static SmallRyeConfig config(Map<String, String> given) {
        try {
            return new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .withSources(
                            new YamlConfigSource(
                                    Path.of("config/application.yml").toUri().toURL(), 100),
                            new PropertiesConfigSource(given, "environment", 300))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
