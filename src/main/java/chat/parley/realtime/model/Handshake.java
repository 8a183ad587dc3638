package chat.parley.realtime.model;

import org.jspecify.annotations.Nullable;

/** How far a connection is that begins with a handshake. Not thread-safe: packets are handled one after the other. */
public final class Handshake {
    private Stage stage = Stage.START;
    private @Nullable FrameBody opening;

    private enum Stage {
        START,
        HANDSHAKEN,
        WORKING
    }

    /** The client was answered; it has to acknowledge, also if it had done so before. */
    public void answered(@Nullable FrameBody opening) {
        this.stage = Stage.HANDSHAKEN;
        this.opening = opening;
    }

    /** False if there was nothing to acknowledge. */
    public boolean acknowledged() {
        if (stage == Stage.START) {
            return false;
        }
        stage = Stage.WORKING;
        return true;
    }

    /** Whether data counts. */
    public boolean isDone() {
        return stage == Stage.WORKING;
    }

    /** What came with the greeting to open the session with; only the first call gets it. */
    public @Nullable FrameBody takeOpening() {
        FrameBody taken = opening;
        opening = null;
        return taken;
    }
}
