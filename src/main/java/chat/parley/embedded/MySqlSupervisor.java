package chat.parley.embedded;

import java.io.IOException;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Brings a MySQL that died back under its old address, and gives up when it keeps dying. */
final class MySqlSupervisor implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(MySqlSupervisor.class);
    private static final int DEATHS_IN_A_ROW = 5;
    private static final Duration HEALTHY = Duration.ofMinutes(1);

    private final MySqlServer server;
    private final Thread watcher;
    private volatile Process process;

    MySqlSupervisor(MySqlServer server, Process process) {
        this.server = server;
        this.process = process;
        this.watcher = Thread.ofPlatform().daemon().name("mysql-supervisor").unstarted(this::watch);
    }

    void start() {
        watcher.start();
    }

    long pid() {
        return process.pid();
    }

    private void watch() {
        try {
            int deaths = 0;
            while (true) {
                long since = System.nanoTime();
                int status = process.waitFor();
                deaths = System.nanoTime() - since < HEALTHY.toNanos() ? deaths + 1 : 1;
                if (deaths == DEATHS_IN_A_ROW) {
                    break;
                }
                LOG.errorf("MySQL ended with status %d; starting it again", status);
                Thread.sleep(backOff(deaths));
                restart();
            }
            LOG.fatalf("MySQL died %d times in a row and is left alone now. %s", DEATHS_IN_A_ROW, tail());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private String tail() {
        return server.log().tail();
    }

    // None, then 0.5, 1 and 2 seconds and so on.
    private static Duration backOff(int deaths) {
        return deaths == 1 ? Duration.ZERO : Duration.ofMillis(250L << (deaths - 1));
    }

    private void restart() throws InterruptedException {
        try {
            process = server.launch();
            server.awaitReady(process);
            LOG.infof("MySQL is back on port %d", server.port());
        } catch (IOException | StartFailure e) {
            LOG.error("MySQL could not be started again", e);
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
        try {
            watcher.join();
            server.stop(process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
