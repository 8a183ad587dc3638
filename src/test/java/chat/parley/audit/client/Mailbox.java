package chat.parley.audit.client;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Does one thing after the other on a thread of its own, so that whoever lives in it needs no locks. */
final class Mailbox {
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("audit-clock").factory());

    private final LinkedBlockingQueue<Runnable> letters = new LinkedBlockingQueue<>();
    private final Consumer<Throwable> failed;
    private final Thread reader;
    private volatile boolean closed;

    Mailbox(String name, Consumer<Throwable> failed) {
        this.failed = failed;
        this.reader = Thread.ofVirtual().name(name).start(this::read);
    }

    void post(Runnable letter) {
        letters.add(letter);
    }

    void postLater(Duration delay, Runnable letter) {
        CLOCK.schedule(() -> post(letter), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void read() {
        try {
            while (!closed) {
                letters.take().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failed.accept(e);
        }
    }

    /** Reads no more once this returns. */
    void close() throws InterruptedException {
        closed = true;
        post(() -> {});
        reader.join();
    }
}
