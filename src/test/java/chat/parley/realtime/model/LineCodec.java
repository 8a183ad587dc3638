package chat.parley.realtime.model;

import chat.parley.realtime.Push;
import chat.parley.shared.error.ParleyException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A format for tests: a push is its route and body, an answer its body, an error its code. */
public final class LineCodec implements FrameCodec {
    @Override
    public List<ClientFrame> decode(String frame) {
        throw new UnsupportedOperationException("not needed");
    }

    @Override
    public EncodedFrame push(Push push) {
        return frame(push.route() + " " + push.body());
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
    public String join(List<EncodedFrame> frames) {
        return frames.stream().map(EncodedFrame::text).collect(Collectors.joining("\n"));
    }

    private static EncodedFrame frame(String text) {
        return new EncodedFrame(text, text.length());
    }
}
