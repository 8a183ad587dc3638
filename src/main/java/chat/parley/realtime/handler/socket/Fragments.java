package chat.parley.realtime.handler.socket;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Puts a message together that came in several frames. Not thread-safe. */
final class Fragments {
    private final int maxBytes;
    private @Nullable ByteArrayOutputStream parts;
    private boolean binary;

    Fragments(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Takes the next frame with data.
     *
     * @return the message if this frame completes it
     * @throws IllegalStateException if the message grows over the limit
     */
    byte @Nullable [] add(WebSocketFrame frame) {
        boolean continued = frame instanceof ContinuationWebSocketFrame;
        if (!continued) {
            binary = frame instanceof BinaryWebSocketFrame;
        }
        int size = frame.content().readableBytes() + (parts == null ? 0 : parts.size());
        if (size > maxBytes) {
            parts = null;
            throw new IllegalStateException("a message of more than " + maxBytes + " bytes");
        }
        byte[] bytes = ByteBufUtil.getBytes(frame.content());
        if (!continued && frame.isFinalFragment()) {
            return bytes;
        }
        ByteArrayOutputStream message = parts == null ? new ByteArrayOutputStream() : parts;
        message.writeBytes(bytes);
        parts = frame.isFinalFragment() ? null : message;
        return frame.isFinalFragment() ? message.toByteArray() : null;
    }

    /** Of the message that was completed last. */
    boolean isBinary() {
        return binary;
    }
}
