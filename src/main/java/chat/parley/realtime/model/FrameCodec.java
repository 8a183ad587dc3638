package chat.parley.realtime.model;

import chat.parley.shared.error.ParleyException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One wire format. Nothing behind it knows which one a client speaks. Stateless; any thread. */
public interface FrameCodec {
    /** Whether it speaks in binary frames; the kind of a client's first frame chooses its format. */
    boolean isBinary();

    /** Reads one inbound frame, which may hold several objects. Never throws: what cannot be read is {@code Broken}. */
    List<ClientFrame> decode(byte[] frame);

    EncodedFrame push(EncodedPush push);

    /** Asks whether the other end is still there. */
    EncodedFrame heartbeat();

    EncodedFrame response(long id, Object body);

    /**
     * An error; without an id it tells a person at the other end what was wrong with a frame that had none. Null where
     * the format cannot say that.
     */
    @Nullable
    EncodedFrame error(@Nullable Long id, ParleyException error);

    /** The last word before the server ends the connection; null where the close code says it all. */
    default @Nullable EncodedFrame farewell(CloseCode code) {
        return null;
    }

    /** Puts several objects into one outbound frame. */
    byte[] join(List<EncodedFrame> frames);
}
