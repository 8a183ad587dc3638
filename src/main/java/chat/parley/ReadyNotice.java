package chat.parley;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Tells a person who started the server in a terminal where it is, and what it took. */
public final class ReadyNotice implements QuarkusApplication {
    private static final Logger LOG = Logger.getLogger(ReadyNotice.class);

    @Override
    public int run(String... args) {
        System.out.println(text(ConfigProvider.getConfig()));
        leaveMark();
        giveBackWhatTheStartTook();
        Quarkus.waitForExit();
        return 0;
    }

    // For the script that started it: what this JVM has loaded by now is worth keeping for the next start.
    private static void leaveMark() {
        String file = System.getProperty("ready.file");
        try {
            if (file != null) {
                Files.write(Path.of(file), new byte[0]);
            }
        } catch (IOException e) {
            LOG.warnf("%s cannot be written, so the next start will be no faster: %s", file, e);
        }
    }

    // The start leaves tens of megabytes that nobody will ask for again; nobody has to wait until they are given back.
    // What the first collection finds unreachable, other threads clean up, and only the second one can free it.
    private static void giveBackWhatTheStartTook() {
        System.gc();
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.gc();
    }

    private static String text(Config config) {
        String address = address(config, "quarkus.http");
        return """

                  Parley %s is ready: %s
                    API docs  %s/api/docs
                    health    %s/q/health, and metrics at /q/metrics
                    storage   %s
                    database  %s
                    started   in %s, with %s
                """.formatted(
                config.getValue("quarkus.application.version", String.class),
                address,
                address,
                address(config, "quarkus.management"),
                config.getValue("parley.storage", Path.class).toAbsolutePath().normalize(),
                database(config),
                duration(),
                memory());
    }

    private static String address(Config config, String server) {
        String host = config.getValue(server + ".host", String.class);
        boolean local = host.equals("127.0.0.1") || host.equals("0.0.0.0");
        return "http://" + (local ? "localhost" : host) + ":" + config.getValue(server + ".port", String.class);
    }

    private static String database(Config config) {
        return StartupSettings.embeddedMySqlRuns()
                ? "embedded MySQL, for trying out (PARLEY_DB_URL, PARLEY_DB_USER and PARLEY_DB_PASSWORD name your own)"
                : config.getValue("parley.db.url", String.class).replaceFirst("\\?.*", "");
    }

    private static String duration() {
        long millis = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        return String.format(Locale.ROOT, "%.2f s", millis / 1000.0);
    }

    private static String memory() {
        Runtime runtime = Runtime.getRuntime();
        String heap = megabytes(runtime.totalMemory() - runtime.freeMemory()) + " of heap";
        return residentBytes()
                .map(bytes -> megabytes(bytes) + " of memory, " + heap)
                .orElse(heap);
    }

    private static String megabytes(long bytes) {
        return bytes / (1024 * 1024) + " MB";
    }

    private static Optional<Long> residentBytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }
}
