package chat.parley.realtime.service;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One connection's place among those that are let in. Each of its steps counts once, whoever takes it. */
public final class Ticket {
    private final @Nullable Runnable onSession;
    private final @Nullable Runnable onEnd;
    private final AtomicBoolean waitsForSession = new AtomicBoolean(true);
    private final AtomicBoolean open = new AtomicBoolean(true);

    Ticket(@Nullable Runnable onSession, @Nullable Runnable onEnd) {
        this.onSession = onSession;
        this.onEnd = onEnd;
    }

    /** For a connection that is not counted. */
    public static Ticket uncounted() {
        return new Ticket(null, null);
    }

    public void sessionOpened() {
        if (waitsForSession.get() && waitsForSession.compareAndSet(true, false) && onSession != null) {
            onSession.run();
        }
    }

    /** The connection has ended. */
    public void end() {
        sessionOpened();
        if (open.compareAndSet(true, false) && onEnd != null) {
            onEnd.run();
        }
    }
}
