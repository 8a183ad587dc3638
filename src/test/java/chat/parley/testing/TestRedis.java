package chat.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** A Redis of the test's own, on the loopback interface and in memory alone; it forgets everything when it ends. */
public final class TestRedis implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final byte[] PING = "PING\r\n".getBytes(StandardCharsets.US_ASCII);

    private final int port;
    private Process process;

    private TestRedis() throws IOException {
        port = freePort();
        start();
    }

    /** Starts on a free port and waits until it answers. */
    public static TestRedis started() throws IOException {
        return new TestRedis();
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Starts again after {@link #stop} or {@link #kill}, on the same port. */
    public void restart() throws IOException {
        assertThat(process.isAlive()).isFalse();
        start();
    }

    private void start() throws IOException {
        process = Children.adopt(new ProcessBuilder(
                        executable(),
                        "--port",
                        Integer.toString(port),
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--appendonly",
                        "no")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
        await().pollInterval(Duration.ofMillis(20)).atMost(PATIENCE).until(() -> !process.isAlive() || answers());
        assertThat(process.isAlive()).as("redis-server runs").isTrue();
    }

    private static String executable() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no redis-server on the PATH"))
                .toString();
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(PING);
            InputStream answer = socket.getInputStream();
            return answer.read() == '+';
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Ends it in good order. */
    public void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(1, TimeUnit.MINUTES))
                .as("Redis stops when asked to")
                .isTrue();
    }

    /** {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Freezes it ({@code SIGSTOP}): its connections stay, and nothing answers. */
    public void pause() throws IOException, InterruptedException {
        Signals.send("STOP", process);
    }

    /** Lets it go on after {@link #pause}. */
    public void resume() throws IOException, InterruptedException {
        Signals.send("CONT", process);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
