package chat.parley.realtime.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A network whose speed the test decides. */
public final class FakeWire implements Wire {
    private final List<String> frames = new ArrayList<>();
    private final ArrayDeque<CompletableFuture<Void>> writing = new ArrayDeque<>();
    private @Nullable CloseCode closedWith;

    @Override
    public CompletionStage<?> write(byte[] frame, boolean binary) {
        frames.add(new String(frame, StandardCharsets.UTF_8));
        CompletableFuture<Void> write = new CompletableFuture<>();
        writing.add(write);
        return write;
    }

    @Override
    public void close(CloseCode code, String reason) {
        closedWith = code;
    }

    /** The oldest frame has left. */
    public void finishWrite() {
        CompletableFuture<Void> write = writing.poll();
        if (write != null) {
            write.complete(null);
        }
    }

    public List<String> frames() {
        return frames;
    }

    public @Nullable CloseCode closedWith() {
        return closedWith;
    }
}
