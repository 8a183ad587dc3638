package chat.parley;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The application.yml inside the packaged server. Where it lies by its usual name, it is read by mounting the whole jar
 * as a file system, three times at each start, and listing its forty thousand entries takes longer than all else that
 * has to do with settings. So the jar has it under another name, which is read as any other resource.
 */
@StaticInitSafe
public final class PackagedSettings implements ConfigSourceFactory {
    /** Stands in the names of these sources. */
    static final String NAME = "packaged settings";

    private static final String FOLDER = "packaged/";
    // As application.yml on the class path has it; that of a profile wins.
    private static final int ORDINAL = 255;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        List<ConfigSource> sources = new ArrayList<>();
        if (loader().getResource("application.yml") == null) {
            add(sources, "application.yml", ORDINAL);
            context.getProfiles().forEach(profile -> add(sources, "application-" + profile + ".yml", ORDINAL + 1));
        }
        return sources;
    }

    private static void add(List<ConfigSource> sources, String file, int ordinal) {
        try (InputStream text = loader().getResourceAsStream(FOLDER + file)) {
            if (text != null) {
                String yaml = new String(text.readAllBytes(), StandardCharsets.UTF_8);
                sources.add(new YamlConfigSource(NAME + "/" + file, yaml, ordinal));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassLoader loader() {
        return PackagedSettings.class.getClassLoader();
    }
}
