package chat.parley;

import chat.parley.embedded.StartFailure;
import io.smallrye.config.SmallRyeConfig;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Refuses settings that Parley does not have, so that a slip of the pen is not taken for the default. */
final class SettingNames {
    private static final String PREFIX = "parley.";
    private static final String VARIABLE_PREFIX = "PARLEY_";
    /** Read by the scripts that start the server. */
    private static final Set<String> OF_SCRIPTS = Set.of("PARLEY_AOT_CACHE", "PARLEY_RELEASE");

    /** In the form of a variable, which names have in common wherever they come from; with their usual form. */
    private final Map<String, String> known;

    private SettingNames(Map<String, String> known) {
        this.known = known;
    }

    /** The settings of the application.yml inside the program, where each of them has its line. */
    static SettingNames known(SmallRyeConfig config) {
        Map<String, String> known = new HashMap<>();
        sources(config, true)
                .flatMap(source -> source.getPropertyNames().stream())
                .forEach(name -> {
                    if (name.startsWith(PREFIX)) {
                        known.put(variable(name), name);
                    }
                });
        return new SettingNames(known);
    }

    /** Fails with the first unknown name, and the nearest known one. */
    void check(SmallRyeConfig config) {
        Set<String> names = new TreeSet<>();
        sources(config, false).forEach(source -> names.addAll(source.getPropertyNames()));
        for (String name : names) {
            String plain = withoutProfile(name);
            boolean ours = (plain.startsWith(PREFIX) || plain.startsWith(VARIABLE_PREFIX))
                    && !OF_SCRIPTS.contains(variable(plain));
            if (ours && !known.containsKey(variable(plain))) {
                throw new StartFailure("There is no setting " + plain + "; did you mean " + nearest(plain) + "?");
            }
        }
    }

    private String nearest(String name) {
        String wanted = variable(name);
        String found = known.keySet().stream()
                .min(Comparator.<String>comparingInt(candidate -> EditDistance.between(wanted, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(wanted);
        return name.startsWith(PREFIX) ? known.getOrDefault(found, found) : found;
    }

    private static Stream<ConfigSource> sources(SmallRyeConfig config, boolean ofTheProgram) {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .filter(source -> isOfTheProgram(source.getName()) == ofTheProgram);
    }

    private static boolean isOfTheProgram(String source) {
        return source.contains(PackagedSettings.NAME)
                || source.contains("application.yml") && source.contains("/classes/");
    }

    private static String withoutProfile(String name) {
        return name.startsWith("%") ? name.substring(name.indexOf('.') + 1) : name;
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
