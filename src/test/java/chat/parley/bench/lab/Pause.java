package chat.parley.bench.lab;

/** Waiting, where nothing can be waited for. */
public final class Pause {
    private Pause() {}

    public static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void seconds(double seconds) {
        millis((long) (seconds * 1000));
    }
}
