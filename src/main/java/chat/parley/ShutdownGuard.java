package chat.parley;

import java.util.concurrent.CountDownLatch;

/**
 * Keeps a process that was told to end alive until main has put everything away: first Quarkus, then MySQL. Left to
 * itself, the JVM would end as soon as Quarkus has.
 */
final class ShutdownGuard {
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread main = Thread.currentThread();
    private volatile boolean serving;
    private volatile boolean ending;

    void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::awaitMain, "await-main"));
    }

    /** From here on Quarkus hears of the end by itself, and main is not to be disturbed any more. */
    void serving() {
        serving = true;
        if (Thread.interrupted()) {
            ending = true;
        }
    }

    boolean ending() {
        return ending;
    }

    void finished() {
        finished.countDown();
    }

    private void awaitMain() {
        ending = true;
        if (!serving) {
            main.interrupt();
        }
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
