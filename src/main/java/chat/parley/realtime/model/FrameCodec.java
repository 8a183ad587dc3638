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

    /** The last words before the server ends the connection; none where the close code says it all. */
    default List<EncodedFrame> farewell(CloseCode code) {
        return List.of();
    }

    /** Puts several objects into as few outbound frames as the format allows. */
    List<EncodedFrame> join(List<EncodedFrame> frames);
}
