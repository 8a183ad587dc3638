package chat.parley.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Brings a MySQL that died back under its old address, and gives up when it keeps dying. */
final class MySqlSupervisor implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(MySqlSupervisor.class);
    private static final int QUICK_DEATHS_ALLOWED = 5;
    private static final Duration QUICK = Duration.ofMinutes(1);

    private final MySqlServer server;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mysql-supervisor").factory());
    private volatile Process process;
    private volatile boolean closing;
    private long startedAt;
    private int quickDeaths;

    MySqlSupervisor(MySqlServer server, Process process) {
        this.server = server;
        this.process = process;
        watch();
    }

    long pid() {
        return process.pid();
    }

    private void watch() {
        startedAt = System.nanoTime();
        process.onExit().thenRunAsync(this::died, worker);
    }

    private void died() {
        if (closing) {
            return;
        }
        boolean quick = System.nanoTime() - startedAt < QUICK.toNanos();
        quickDeaths = quick ? quickDeaths + 1 : 1;
        if (quickDeaths > QUICK_DEATHS_ALLOWED) {
            LOG.fatalf(
                    "MySQL died %d times in a row and is not started again. %s",
                    quickDeaths, server.log().tail());
            return;
        }
        LOG.errorf("MySQL ended with status %d; starting it again", process.exitValue());
        worker.schedule(this::restart, backOffMillis(), TimeUnit.MILLISECONDS);
    }

    // 0, 0.5, 1, 2, 4 seconds
    private long backOffMillis() {
        return quickDeaths == 1 ? 0 : 250L << (quickDeaths - 1);
    }

    private synchronized void restart() {
        if (closing) {
            return;
        }
        try {
            process = server.launch();
            watch();
            server.awaitReady(process);
            LOG.infof("MySQL is back on port %d", server.port());
        } catch (IOException | StartFailure e) {
            LOG.error("MySQL could not be started again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing = true;
        worker.shutdownNow();
        stop();
    }

    private synchronized void stop() {
        try {
            server.stop(process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
