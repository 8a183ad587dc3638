package chat.parley;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A setting without a line in application.yml would be refused as unknown when somebody sets it. */
class SettingLinesTest {
    @Test
    void everySettingThatIsReadHasItsLine() throws Exception {
        Set<String> lines =
                new YamlConfigSource(Path.of("config/application.yml").toUri().toURL()).getPropertyNames();
        var read = new ClassFileImporter()
                .importPackages("chat.parley").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .map(JavaClass::reflect)
                        .flatMap(type ->
                                names(type.getAnnotation(ConfigMapping.class).prefix(), type))
                        .filter(name -> name.startsWith("parley."))
                        .toList();

        assertThat(read)
                .hasSizeGreaterThan(50)
                .allMatch(name -> lines.stream()
                        .anyMatch(line ->
                                line.equals(name) || line.startsWith(name + "[") || line.startsWith(name + ".")));
    }

    private static Stream<String> names(String prefix, Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isDefault() && !method.isSynthetic())
                .flatMap(method -> names(prefix, method));
    }

    private static Stream<String> names(String prefix, Method method) {
        String name = prefix + "."
                + method.getName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        Class<?> type = method.getReturnType();
        boolean group = type.isInterface() && type.getPackageName().startsWith("chat.parley");
        return group ? names(name, type) : Stream.of(name);
    }
}
