package chat.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server as it is shipped, in a process of its own, with its embedded MySQL in a folder of the test's. */
final class PackagedServer implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("is ready: http://localhost:(\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path storage;
    private final Path log;
    private int port;
    private Process process;

    private PackagedServer(Path storage) throws IOException {
        this.storage = storage;
        this.log = storage.resolveSibling(storage.getFileName() + ".log");
        Files.deleteIfExists(log);
        launch();
    }

    /** Starts on a free port and waits until it is ready. */
    static PackagedServer start(Path storage) throws IOException {
        return new PackagedServer(storage);
    }

    /** Starts again after {@link #stop} or {@link #kill}, on the same port and storage. */
    void restart() throws IOException {
        assertThat(process.isAlive()).isFalse();
        launch();
    }

    private void launch() throws IOException {
        long seen = Files.exists(log) ? Files.size(log) : 0;
        process = launch(storage, port, log);
        await().atMost(PATIENCE).until(() -> !process.isAlive() || address(seen).isPresent());
        port = address(seen).orElseThrow(() -> new AssertionError("the server did not start, see " + log));
    }

    /** Starts a server and waits for nothing. */
    static Process launch(Path storage, int port, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar().toString());
        builder.environment().put("PARLEY_STORAGE", storage.toString());
        builder.environment().put("PARLEY_HTTP_HOST", "127.0.0.1");
        builder.environment().put("PARLEY_HTTP_PORT", Integer.toString(port));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private Optional<Integer> address(long from) throws IOException {
        String text = Files.readString(log).substring((int) Math.min(from, Files.size(log)));
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

    long pid() {
        return process.pid();
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** Ends it as Ctrl-C or a service manager would, and waits. */
    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(1, TimeUnit.MINUTES))
                .as("the server stops when asked to")
                .isTrue();
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
    }
}
