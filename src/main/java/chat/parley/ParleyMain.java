package chat.parley;

import chat.parley.embedded.EmbeddedMySql;
import chat.parley.embedded.StartFailure;
import chat.parley.embedded.StorageLock;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts what the server needs, then the server, and ends them in the opposite order. */
@QuarkusMain
public final class ParleyMain {
    private ParleyMain() {}

    public static void main(String... args) {
        // Whoever logs first decides which log manager the process has.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        if (liveReload()) {
            LiveReload.run(args);
            return;
        }
        CountDownLatch finished = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(finished), "await-main"));
        int status = 1;
        try {
            status = serve(args);
        } catch (StartFailure failure) {
            StartupReport.print(failure);
        } catch (RuntimeException failure) {
            StartupReport.print(failure);
        } finally {
            finished.countDown();
        }
        System.exit(status);
    }

    private static int serve(String... args) {
        StartupSettings settings = StartupSettings.read();
        try (StorageLock _ = StorageLock.take(settings.storage())) {
            String url = settings.databaseUrl();
            if (url != null) {
                DatabaseProbe.check(url, settings.databaseUser(), settings.databasePassword());
                return runQuarkus(args);
            }
            try (EmbeddedMySql mysql = EmbeddedMySql.start(settings.storage())) {
                settings.handOver(mysql);
                return runQuarkus(args);
            }
        }
    }

    // The handler only takes notes: were it to end the process, MySQL would end with it, unasked.
    private static int runQuarkus(String... args) {
        AtomicInteger status = new AtomicInteger();
        Quarkus.run(
                ReadyNotice.class,
                (code, failure) -> {
                    status.set(code);
                    if (failure != null) {
                        StartupReport.print(failure);
                    }
                },
                args);
        return status.get();
    }

    // The process must not end before main has: Quarkus stops first, then MySQL.
    private static void await(CountDownLatch finished) {
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // A development server gives every run of main a class loader of its own.
    private static boolean liveReload() {
        return !ClassLoader.getSystemClassLoader().equals(ParleyMain.class.getClassLoader());
    }
}
