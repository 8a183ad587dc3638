package chat.parley;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.source.yaml.YamlConfigSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A setting without a line in application.yml would be refused as unknown when somebody sets it. */
class SettingLinesTest {
    @Test
    void everySettingThatIsReadHasItsLine() throws Exception {
        Set<String> lines =
                new YamlConfigSource(Path.of("config/application.yml").toUri().toURL()).getPropertyNames();
        List<String> read = ReadSettings.all().map(ReadSettings.Setting::name).toList();

        assertThat(read)
                .hasSizeGreaterThan(50)
                .allMatch(name -> lines.stream()
                        .anyMatch(line ->
                                line.equals(name) || line.startsWith(name + "[") || line.startsWith(name + ".")));
    }
}
