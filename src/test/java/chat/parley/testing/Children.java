package chat.parley.testing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Processes that end with this one, whatever ends it short of {@code kill -9}: a test that is done, or Ctrl-C. */
public final class Children {
    private static final long PATIENCE_SECONDS = 10;
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Children::end));
    }

    private Children() {}

    /** Returns the process, which from now on does not outlive this one. */
    public static Process adopt(Process child) {
        RUNNING.add(child);
        child.onExit().thenAccept(RUNNING::remove);
        return child;
    }

    // In good order first: a server takes its database along.
    private static void end() {
        RUNNING.forEach(Process::destroy);
        RUNNING.forEach(child -> {
            try {
                if (!child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    child.destroyForcibly();
                }
            } catch (InterruptedException e) {
                child.destroyForcibly();
            }
        });
    }
}
