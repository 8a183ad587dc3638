package chat.parley.embedded;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A real MySQL server for trying Parley out, run by this process alone: unpacked, set up, started, watched and stopped.
 * Its data lives under {@code <storage>/mysql}; the caller holds the {@link StorageLock} of that folder.
 */
public final class EmbeddedMySql implements AutoCloseable {
    private final MySqlServer server;
    private final MySqlSupervisor supervisor;

    private EmbeddedMySql(MySqlServer server, Process process) {
        this.server = server;
        this.supervisor = new MySqlSupervisor(server, process);
        supervisor.start();
    }

    /** Returns once MySQL lets us in. */
    public static EmbeddedMySql start(Path storage) {
        DataFolder folder = new DataFolder(storage.toAbsolutePath().normalize());
        Orphans.end(folder);
        try {
            MySqlCommand command = new MySqlCommand(MySqlBinary.unpacked());
            folder.prepare(command);
            MySqlServer server = MySqlServer.of(command, folder);
            return new EmbeddedMySql(server, started(server));
        } catch (IOException e) {
            throw new StartFailure("The embedded MySQL could not be started in " + storage + " (" + e + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("The start of the embedded MySQL was interrupted.", e);
        }
    }

    private static Process started(MySqlServer server) throws IOException, InterruptedException {
        Process process = server.launch();
        try {
            server.awaitReady(process);
            return process;
        } catch (IOException | InterruptedException | StartFailure e) {
            process.destroy();
            throw e;
        }
    }

    public String url() {
        return url(MySqlServer.SCHEMA);
    }

    /** The user may create and use any schema whose name begins with {@code parley}. */
    public String url(String schema) {
        return server.url(schema);
    }

    public String user() {
        return MySqlServer.USER;
    }

    public String password() {
        return server.password();
    }

    long pid() {
        return supervisor.pid();
    }

    @Override
    public void close() {
        supervisor.close();
    }
}
