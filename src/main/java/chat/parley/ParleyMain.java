package chat.parley;

import chat.parley.embedded.EmbeddedMySql;
import chat.parley.embedded.StorageLock;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts what the server needs, then the server, and ends them in the opposite order. */
@QuarkusMain
public final class ParleyMain {
    private final ShutdownGuard guard = new ShutdownGuard();

    ParleyMain() {}

    public static void main(String... args) {
        // Whoever logs first decides which log manager the process has.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        if (liveReload()) {
            LiveReload.run(args);
        } else if (args.length > 0) {
            System.exit(OperatorCommand.run(args));
        } else {
            System.exit(new ParleyMain().run(args));
        }
    }

    // A development server gives every run of main a class loader of its own.
    private static boolean liveReload() {
        return !ClassLoader.getSystemClassLoader().equals(ParleyMain.class.getClassLoader());
    }

    private int run(String... args) {
        guard.install();
        try {
            return serve(args);
        } catch (RuntimeException failure) {
            report(failure);
            return 1;
        } finally {
            guard.finished();
        }
    }

    private int serve(String... args) {
        StartupSettings settings = StartupSettings.read();
        settings.refuseExamples();
        LogFormat.choose(settings.config());
        settings.handOver();
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
    private int runQuarkus(String... args) {
        guard.serving();
        AtomicInteger status = new AtomicInteger();
        Quarkus.run(
                ReadyNotice.class,
                (code, failure) -> {
                    status.set(code);
                    if (failure != null) {
                        report(failure);
                    }
                },
                args);
        return status.get();
    }

    // A start that is cut short on purpose is no failure.
    private void report(Throwable failure) {
        if (!guard.ending()) {
            StartupReport.print(failure);
        }
    }
}
