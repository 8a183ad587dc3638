package chat.parley;

import chat.parley.embedded.EmbeddedMySql;
import chat.parley.embedded.StartFailure;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The settings that are needed before the server can read its own, from the same places. */
record StartupSettings(
        Path storage,
        @Nullable String databaseUrl,
        String databaseUser,
        String databasePassword,
        SmallRyeConfig config) {
    private static final String URL = "parley.db.url";
    private static final String USER = "parley.db.user";
    private static final String PASSWORD = "parley.db.password";
    private static final String TRUSTED_PROXIES = "parley.http.trusted-proxies";
    private static final String EVENT_LOOPS = "quarkus.vertx.event-loops-pool-size";
    private static final String EMBEDDED = "chat.parley.embedded";

    static StartupSettings read() {
        // Finds application.yml by itself; naming its reader would read it twice.
        SmallRyeConfig config = ConfigUtils.configBuilder().build();
        SettingNames.known(config).check(config);
        SettingLimits.check(config);
        return new StartupSettings(
                config.getValue("parley.storage", Path.class).toAbsolutePath().normalize(),
                config.getOptionalValue(URL, String.class).orElse(null),
                config.getOptionalValue(USER, String.class).orElse(""),
                config.getOptionalValue(PASSWORD, String.class).orElse(""),
                config);
    }

    /** Refuses what stands in examples only. */
    void refuseExamples() {
        if (databasePassword.toLowerCase(Locale.ROOT).startsWith("change-me")) {
            throw new StartFailure("PARLEY_DB_PASSWORD is the one of the example; choose a password of your own.");
        }
    }

    /** What Quarkus is told otherwise than it would have it. */
    void handOver() {
        String proxies = config.getOptionalValue(TRUSTED_PROXIES, String.class).orElse("");
        System.setProperty(TRUSTED_PROXIES, TrustedProxies.asNetworks(proxies));
        // Event loops never wait. More of them than processors would only take turns, and each turn costs.
        int loops = config.getOptionalValue(EVENT_LOOPS, Integer.class)
                .orElse(Runtime.getRuntime().availableProcessors());
        System.setProperty(EVENT_LOOPS, Integer.toString(loops));
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
