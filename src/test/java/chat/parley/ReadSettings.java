package chat.parley;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.smallrye.config.ConfigMapping;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** The settings that the program reads, found in its mappings. */
final class ReadSettings {
    private ReadSettings() {}

    record Setting(String name, Class<?> type) {}

    static Stream<Setting> all() {
        return new ClassFileImporter()
                .importPackages("chat.parley").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .map(JavaClass::reflect)
                        .flatMap(type ->
                                of(type.getAnnotation(ConfigMapping.class).prefix(), type))
                        .filter(setting -> setting.name().startsWith("parley."));
    }

    private static Stream<Setting> of(String prefix, Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isDefault() && !method.isSynthetic())
                .flatMap(method -> of(prefix, method));
    }

    private static Stream<Setting> of(String prefix, Method method) {
        String name = prefix + "."
                + method.getName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        Class<?> type = method.getReturnType();
        boolean group = type.isInterface() && type.getPackageName().startsWith("chat.parley");
        return group ? of(name, type) : Stream.of(new Setting(name, type));
    }
}
