package chat.parley.realtime.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A network whose speed the test decides: it takes one frame at a time. */
public final class FakeWire implements Wire {
    private final Lane lane = new CallerLane();
    private final List<String> frames = new ArrayList<>();
    private int onTheWay;
    private boolean broken;
    private Runnable listener = () -> {};
    private @Nullable CloseCode closedWith;

    @Override
    public Lane lane() {
        return lane;
    }

    @Override
    public void whenRoom(Runnable action) {
        listener = action;
    }

    @Override
    public boolean hasRoom() {
        return onTheWay == 0;
    }

    @Override
    public void write(EncodedFrame frame, boolean binary) {
        if (broken) {
            throw new IllegalStateException("broken");
        }
        frames.add(new String(frame.bytes(), StandardCharsets.UTF_8));
        onTheWay++;
    }

    @Override
    public void close(CloseCode code, String reason) {
        closedWith = code;
    }

    @Override
    public void cutSoon() {
        // Time does not pass here.
    }

    @Override
    public void cut() {
        // There is nobody at the other end who would notice.
    }

    /** The oldest frame has left. */
    public void finishWrite() {
        if (onTheWay > 0 && --onTheWay == 0) {
            listener.run();
        }
    }

    /** Whether every write throws from here on. */
    public void broken(boolean now) {
        broken = now;
    }

    public List<String> frames() {
        return frames;
    }

    public @Nullable CloseCode closedWith() {
        return closedWith;
    }

    /** Does everything at once, whoever calls. */
    private static final class CallerLane extends Lane {
        @Override
        public boolean isCurrent() {
            return true;
        }

        @Override
        protected void schedule(Runnable turn) {
            turn.run();
        }

        @Override
        protected void turnEnded() {
            // Nothing is gathered.
        }

        @Override
        protected void failed(RuntimeException e) {
            throw e;
        }
    }
}
