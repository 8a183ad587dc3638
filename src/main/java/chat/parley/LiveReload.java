package chat.parley;

import chat.parley.embedded.EmbeddedMySql;
import chat.parley.embedded.StorageLock;
import io.quarkus.runtime.Quarkus;

/**
 * The start under a development server, where main runs again at each reload: MySQL lives as long as the process, and
 * the settings that were handed over tell the next run that it is there.
 */
final class LiveReload {
    private LiveReload() {}

    static void run(String... args) {
        StartupSettings settings = StartupSettings.read();
        if (settings.databaseUrl() == null) {
            StorageLock lock = StorageLock.take(settings.storage());
            EmbeddedMySql mysql = EmbeddedMySql.start(settings.storage());
            settings.handOver(mysql);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(mysql, lock), "end-mysql"));
        }
        Quarkus.run(args);
    }

    private static void end(EmbeddedMySql mysql, StorageLock lock) {
        mysql.close();
        lock.close();
    }
}
