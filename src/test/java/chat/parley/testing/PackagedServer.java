package chat.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.embedded.TestMySql;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server as it is shipped, in a process of its own on the loopback interface. Unless told otherwise it runs its
 * embedded MySQL in a folder of the test's.
 */
public final class PackagedServer implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("is ready: http://localhost:(\\d+)");
    private static final Pattern MANAGEMENT = Pattern.compile("health +http://localhost:(\\d+)/q/health");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Setup setup;
    private int port;
    private Process process;

    private PackagedServer(Setup setup) throws IOException {
        this.setup = setup;
        this.port = setup.port();
        Files.createDirectories(setup.log().toAbsolutePath().getParent());
        Files.deleteIfExists(setup.log());
        launch();
    }

    /** Starts on a free port and waits until it is ready. */
    public static PackagedServer start(Path storage) throws IOException {
        return on(storage).start();
    }

    /** A server to be started, with its data in this folder. */
    public static Setup on(Path storage) {
        return new Setup(storage, 0, Map.of(), List.of());
    }

    /** What a server is started with; every change is a new setup. */
    public record Setup(Path storage, int port, Map<String, String> environment, List<String> jvmOptions) {
        /** Sets an environment variable, such as {@code PARLEY_REALTIME_HEARTBEAT_INTERVAL}. */
        public Setup with(String variable, String value) {
            Map<String, String> more = new LinkedHashMap<>(environment);
            more.put(variable, value);
            return new Setup(storage, port, more, jvmOptions);
        }

        /** Listens here instead of on a free port. */
        public Setup onPort(int port) {
            return new Setup(storage, port, environment, jvmOptions);
        }

        /** Uses this MySQL instead of the embedded one. */
        public Setup database(TestMySql mysql) {
            return with("PARLEY_DB_URL", mysql.url())
                    .with("PARLEY_DB_USER", mysql.user())
                    .with("PARLEY_DB_PASSWORD", mysql.password());
        }

        /** Is one of several nodes that meet on this Redis. */
        public Setup redis(TestRedis redis) {
            return with("PARLEY_REDIS_URL", redis.url());
        }

        /** Adds options of the JVM. */
        public Setup jvm(String... options) {
            List<String> more = new ArrayList<>(jvmOptions);
            more.addAll(List.of(options));
            return new Setup(storage, port, environment, more);
        }

        /** Starts it and waits for nothing. */
        public Process launch() throws IOException {
            return PackagedServer.launch(this, log());
        }

        /** Runs it with a command of its own, until that is done. */
        public Process command(String command) throws IOException {
            return PackagedServer.launch(this, log(), command);
        }

        /** Starts it and waits until it is ready. */
        public PackagedServer start() throws IOException {
            return new PackagedServer(this);
        }

        private Path log() {
            return storage.resolveSibling(storage.getFileName() + ".log");
        }
    }

    /** Starts again after {@link #stop} or {@link #kill}, on the same port and storage. */
    public void restart() throws IOException {
        assertThat(process.isAlive()).isFalse();
        launch();
    }

    private void launch() throws IOException {
        long seen = Files.exists(setup.log()) ? Files.size(setup.log()) : 0;
        process = launch(setup.onPort(port), setup.log());
        await().pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(() -> !process.isAlive() || address(seen).isPresent());
        port = address(seen).orElseThrow(() -> new AssertionError("the server did not start, see " + setup.log()));
    }

    /** Starts a server and waits for nothing. */
    public static Process launch(Path storage, int port, Path log) throws IOException {
        return launch(on(storage).onPort(port), log);
    }

    private static Process launch(Setup setup, Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@config/jvm.options"));
        command.addAll(setup.jvmOptions());
        command.addAll(List.of("-jar", jar().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PARLEY_"));
        builder.environment().put("PARLEY_STORAGE", setup.storage().toString());
        builder.environment().put("PARLEY_HTTP_HOST", "127.0.0.1");
        builder.environment().put("PARLEY_HTTP_PORT", Integer.toString(setup.port()));
        builder.environment().put("PARLEY_HTTP_MANAGEMENT_PORT", "0");
        builder.environment().put("PARLEY_LOG_FORMAT", "text");
        builder.environment().putAll(setup.environment());
        File output = log.toFile();
        return Children.adopt(builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
                .start());
    }

    private Optional<Integer> address(long from) throws IOException {
        String text = Files.readString(setup.log()).substring((int) Math.min(from, Files.size(setup.log())));
        Matcher ready = ADDRESS.matcher(text);
        return ready.find() ? Optional.of(Integer.parseInt(ready.group(1))) : Optional.empty();
    }

    private static Path jar() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            List<Path> jars = files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .toList();
            assertThat(jars).as("the packaged server in target/").hasSize(1);
            return jars.getFirst().toAbsolutePath();
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Where health and metrics are. */
    public URI management() {
        try {
            return MANAGEMENT
                    .matcher(Files.readString(setup.log()))
                    .results()
                    .reduce((_, latest) -> latest)
                    .map(found -> URI.create("http://127.0.0.1:" + found.group(1)))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Tells it to stop, and does not wait for it. */
    public void terminate() {
        process.destroy();
    }

    /** Ends it as Ctrl-C or a service manager would, and waits. */
    public void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(1, TimeUnit.MINUTES))
                .as("the server stops when asked to")
                .isTrue();
    }

    /** {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Freezes it ({@code SIGSTOP}): its connections stay, and nothing answers. */
    public void pause() throws IOException, InterruptedException {
        Signals.send("STOP", process);
    }

    /** Lets it go on after {@link #pause}. */
    public void resume() throws IOException, InterruptedException {
        Signals.send("CONT", process);
    }

    public String log() {
        try {
            return Files.readString(setup.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
    }
}
