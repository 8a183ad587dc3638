package chat.parley.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.Children;
import chat.parley.testing.Signals;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A mysqld of the test's own that nobody watches over: it can be killed, and comes back on the same port and data only
 * when told to. It is the binary of the trial run, and durable like there.
 */
public final class TestMySql implements AutoCloseable {
    private final StorageLock lock;
    private final MySqlServer server;
    private Process process;

    private TestMySql(Path storage) throws IOException, InterruptedException {
        lock = StorageLock.take(storage);
        DataFolder folder = new DataFolder(storage.toAbsolutePath().normalize());
        Orphans.end(folder);
        MySqlCommand command = new MySqlCommand(MySqlBinary.unpacked());
        folder.prepare(command);
        server = MySqlServer.of(command, folder);
        launch();
    }

    /** Sets it up in the folder unless that was done before, starts it on a free port and waits until it is ready. */
    public static TestMySql start(Path storage) throws IOException, InterruptedException {
        return new TestMySql(storage);
    }

    /** Starts again after {@link #stop} or {@link #kill}. */
    public void restart() throws IOException, InterruptedException {
        assertThat(process.isAlive()).isFalse();
        launch();
    }

    private void launch() throws IOException, InterruptedException {
        process = Children.adopt(server.launch());
        server.awaitReady(process);
    }

    /** Of the schema {@code parley}, which is there. */
    public String url() {
        return server.url(MySqlServer.SCHEMA);
    }

    /** Of another schema; the user may create and use those whose name begins with {@code parley}. */
    public String url(String schema) {
        return server.url(schema);
    }

    public String user() {
        return MySqlServer.USER;
    }

    public String password() {
        return server.password();
    }

    /** A connection to the schema {@code parley}. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), user(), password());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Ends it in good order. */
    public void stop() throws InterruptedException {
        server.stop(process);
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
        stop();
        lock.close();
    }
}
