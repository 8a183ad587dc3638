package chat.parley;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingLimitsTest {
    @Test
    void theDefaultsAreWithinTheirLimits() {
        assertThatCode(() -> SettingLimits.check(config(Map.of()))).doesNotThrowAnyException();
    }

    @Test
    void everyNumberAndEveryTimeHasItsLimit() {
        assertThat(ReadSettings.all()
                        .filter(setting ->
                                Set.of(int.class, long.class, Duration.class).contains(setting.type()))
                        .map(ReadSettings.Setting::name))
                .hasSizeGreaterThan(40)
                .containsExactlyInAnyOrderElementsOf(SettingLimits.names());
    }

    @ParameterizedTest
    @CsvSource({
        "parley.http.port, abc, must be a number",
        "parley.http.port, 65536, at most 65535",
        "parley.message.max-text-code-points, -1, at least 1",
        "parley.message.max-text-code-points, 16384, at most 16383",
        "parley.identity.access-token-lifetime, soon, must be a time",
        "parley.identity.access-token-lifetime, '', must be a time",
        "parley.realtime.heartbeat-interval, 0s, at least 1s",
        "parley.presence.grace, -1s, at least 0s",
        "parley.identity.hashing.memory-kib, 8191, at least 8192",
        "parley.identity.hashing.iterations, 0, at least 1",
        "parley.identity.hashing.threads, -1, at least 0",
        "parley.identity.throttle.address.attempts, 1000001, at most 1000000",
        "parley.media.max-file-bytes, 100M, must be a number",
        "parley.media.image.thumbnail-size, 15, at least 16",
        "parley.identity.issuer, ' ', must not be empty",
        "parley.redis.prefix, '', must not be empty",
        "parley.redis.url, 'http://localhost', redis://",
        "parley.media.s3.bucket-url, my-bucket, https://",
    })
    void whatIsOutOfItsLimitsIsNamed(String name, String value, String message) {
        assertThatThrownBy(() -> SettingLimits.check(config(Map.of(name, value))))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith(name)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "parley.http.port, 0",
        "parley.message.max-text-code-points, 16383",
        "parley.realtime.heartbeat-interval, 1s",
        "parley.presence.grace, 0s",
        "parley.presence.grace, PT1M",
        "parley.identity.access-token-lifetime, 90",
        "parley.identity.hashing.memory-kib, 8192",
        "parley.identity.throttle.address.attempts, 1000000",
        "parley.redis.url, 'rediss://user:secret@redis.example:6380'",
        "parley.media.s3.bucket-url, 'http://127.0.0.1:9000/files'",
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
