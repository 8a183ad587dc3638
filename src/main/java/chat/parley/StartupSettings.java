package chat.parley;

import chat.parley.embedded.EmbeddedMySql;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The settings that are needed before the server can read its own, from the same places. */
record StartupSettings(Path storage, @Nullable String databaseUrl, String databaseUser, String databasePassword) {
    private static final String URL = "parley.db.url";
    private static final String USER = "parley.db.user";
    private static final String PASSWORD = "parley.db.password";
    private static final String EMBEDDED = "chat.parley.embedded";

    static StartupSettings read() {
        // Finds application.yml by itself; naming its reader would read it twice, and all of the jar's index with it.
        SmallRyeConfig config = ConfigUtils.configBuilder().build();
        return new StartupSettings(
                config.getValue("parley.storage", Path.class).toAbsolutePath().normalize(),
                config.getOptionalValue(URL, String.class).orElse(null),
                config.getOptionalValue(USER, String.class).orElse(""),
                config.getOptionalValue(PASSWORD, String.class).orElse(""));
    }

    void handOver(EmbeddedMySql mysql) {
        System.setProperty(URL, mysql.url());
        System.setProperty(USER, mysql.user());
        System.setProperty(PASSWORD, mysql.password());
        System.setProperty(EMBEDDED, "true");
    }

    static boolean embeddedMySqlRuns() {
        return Boolean.getBoolean(EMBEDDED);
    }
}
