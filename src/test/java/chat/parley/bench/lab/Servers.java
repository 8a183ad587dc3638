package chat.parley.bench.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How the servers are started: Parley as {@code ./parley run} does it, its rivals with the same JVM and options. */
public final class Servers {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final Path LOGS = Path.of("target/bench");
    private static final Pattern PARLEY_READY = Pattern.compile("is ready: http://localhost:(\\d+)");
    private static final Pattern RIVAL_READY = Pattern.compile("ready on (\\d+)");
    private static final Pattern QUARKUS_READY = Pattern.compile("Listening on: http://[^:]+:(\\d+)");

    private Servers() {}

    /** The packaged server on that schema, with or without a class cache. */
    public static Child parley(Database.Schema schema, Path storage, Map<String, String> settings, boolean cached) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PARLEY_STORAGE",
                storage.toString(),
                "PARLEY_HTTP_HOST",
                "127.0.0.1",
                "PARLEY_HTTP_PORT",
                "0",
                "PARLEY_HTTP_MANAGEMENT_PORT",
                "0",
                "PARLEY_LOG_FORMAT",
                "text",
                "PARLEY_DB_URL",
                schema.url(),
                "PARLEY_DB_USER",
                schema.user(),
                "PARLEY_DB_PASSWORD",
                schema.password()));
        environment.putAll(settings);
        return Child.start(
                HERE,
                java(options("parley", cached), List.of("-jar", jar().toString())),
                environment,
                log("parley"),
                PARLEY_READY);
    }

    /** One of our own comparators, from the test class path. */
    public static Child rival(Class<?> program, Map<String, String> environment) {
        List<String> command = java(
                List.of("-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED", "-Xmx512m"),
                List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        return Child.start(HERE, command, environment, log(program.getSimpleName()), RIVAL_READY);
    }

    /** The bare WebSockets Next application, which {@code ./parley bench} has built; with Parley's own JVM options. */
    public static Child minimalQuarkus(boolean cached) {
        return minimal(options("bare-websockets", cached), "bare-websockets-runner.jar");
    }

    /** The same application as Quarkus builds and starts it where nobody says otherwise. */
    public static Child plainQuarkus() {
        return minimal(List.of(), "quarkus-app/quarkus-run.jar");
    }

    private static Child minimal(List<String> options, String jar) {
        return Child.start(
                LOGS.resolve("minimal"), java(options, List.of("-jar", jar)), Map.of(), log("minimal"), QUARKUS_READY);
    }

    // As ./parley run does it: what was loaded and linked is written down at the first stop, and used by later starts.
    private static List<String> options(String program, boolean cached) {
        List<String> options = new ArrayList<>(List.of("@" + HERE.resolve("config/jvm.options")));
        Path cache = cache(program);
        if (cached) {
            options.add((Files.exists(cache) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + cache);
        }
        return options;
    }

    /** Makes the next starts first starts. */
    public static void forgetCaches() {
        cache("parley").toFile().delete();
        cache("bare-websockets").toFile().delete();
    }

    private static Path cache(String program) {
        return HERE.resolve(LOGS).resolve(program + ".aot");
    }

    private static List<String> java(List<String> options, List<String> rest) {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(options);
        command.addAll(rest);
        return command;
    }

    private static Path log(String name) {
        return LOGS.resolve(name + ".log");
    }

    private static Path jar() {
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("parley-.*-runner\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no packaged server in target/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
