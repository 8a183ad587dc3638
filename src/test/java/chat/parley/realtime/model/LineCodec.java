package chat.parley.realtime.model;

import chat.parley.shared.error.ParleyException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A format for tests: a push is its route and body, an answer its body, an error its code. */
public final class LineCodec implements FrameCodec {
    @Override
    public boolean isBinary() {
        return false;
    }

    @Override
    public List<ClientFrame> decode(byte[] frame) {
        throw new UnsupportedOperationException("not needed");
    }

    @Override
    public EncodedFrame push(EncodedPush push) {
        return frame(push.route() + " " + new String(push.body(), StandardCharsets.UTF_8));
    }

    @Override
    public EncodedFrame heartbeat() {
        return frame("heartbeat {}");
    }

    @Override
    public EncodedFrame response(long id, Object body) {
        return frame(id + " " + body);
    }

    @Override
    public EncodedFrame error(@Nullable Long id, ParleyException error) {
        return frame(id + " " + error.code().code());
    }

    @Override
    public List<EncodedFrame> join(List<EncodedFrame> frames) {
        return List.of(frame(frames.stream()
                .map(frame -> new String(frame.bytes(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"))));
    }

    private static EncodedFrame frame(String text) {
        return new EncodedFrame(text.getBytes(StandardCharsets.UTF_8));
    }
}
