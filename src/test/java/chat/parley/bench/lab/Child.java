package chat.parley.bench.lab;

import chat.parley.testing.Children;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own on the server's core, found by what it prints when it is ready. */
public final class Child implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 180;

    private final Process process;
    private final Path log;
    private int port;
    private double readyAfterSeconds;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it and waits until its output matches; the pattern's group is the port. */
    static Child start(Path folder, List<String> command, Map<String, String> environment, Path log, Pattern ready) {
        try {
            Files.deleteIfExists(log);
            ProcessBuilder builder = new ProcessBuilder(Cores.bound(Cores.SERVER, command));
            builder.environment().putAll(environment);
            long start = System.nanoTime();
            Process process = Children.adopt(builder.directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start());
            Child child = new Child(process, log);
            child.port = child.awaitPort(ready);
            child.readyAfterSeconds = (System.nanoTime() - start) / 1e9;
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int awaitPort(Pattern ready) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (process.isAlive() && System.nanoTime() < deadline) {
            Matcher found = ready.matcher(Files.readString(log));
            if (found.find()) {
                return Integer.parseInt(found.group(1));
            }
            Pause.millis(10);
        }
        process.destroy();
        throw new IllegalStateException("did not start, see " + log.toAbsolutePath());
    }

    public int port() {
        return port;
    }

    /** As taskset becomes the command it starts, this is the server itself. */
    public long pid() {
        return process.pid();
    }

    /** From the start of the process to the line that says it is ready. */
    public double readyAfterSeconds() {
        return readyAfterSeconds;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
