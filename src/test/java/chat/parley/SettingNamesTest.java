package chat.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.embedded.StartFailure;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingNamesTest {
    private static final Map<String, String> OF_THE_PROGRAM = Map.of(
            "parley.http.port", "8000",
            "parley.http.host", "127.0.0.1",
            "parley.http.max-body-bytes", "1",
            "parley.redis.url", "",
            "quarkus.http.port", "1");

    @Test
    void whatIsKnownIsTakenFromEverySource() {
        assertThatCode(() -> check("parley.http.port", "PARLEY_HTTP_MAX_BODY_BYTES", "%dev.parley.redis.url"))
                .doesNotThrowAnyException();
    }

    @Test
    void whatBelongsToOthersIsNotLookedAt() {
        assertThatCode(() -> check("quarkus.whatever", "PATH", "PARLEY_AOT_CACHE", "parley.aot.cache", "parleyish.x"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "PARLEY_HTTP_PROT, PARLEY_HTTP_PORT",
        "PARLEY_REDIS_URI, PARLEY_REDIS_URL",
        "parley.http.max-body-byte, parley.http.max-body-bytes",
        "%prod.parley.http.hots, parley.http.host",
    })
    void aSlipOfThePenIsRefusedWithTheNearestName(String wrong, String nearest) {
        assertThatThrownBy(() -> check(wrong))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("There is no setting")
                .hasMessageEndingWith("did you mean " + nearest + "?");
    }

    @Test
    void distancesAreCountedInLetters() {
        assertThat(EditDistance.between("port", "port")).isZero();
        assertThat(EditDistance.between("prot", "port")).isEqualTo(2);
        assertThat(EditDistance.between("", "abc")).isEqualTo(3);
        assertThat(EditDistance.between("kitten", "sitting")).isEqualTo(3);
    }

    private static void check(String... names) {
        Map<String, String> given = Arrays.stream(names).collect(Collectors.toMap(name -> name, name -> "x"));
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(
                        new PropertiesConfigSource(OF_THE_PROGRAM, PackagedSettings.NAME + "/application.yml", 100),
                        new PropertiesConfigSource(given, "environment", 300))
                .build();
        SettingNames.known(config).check(config);
    }
}
