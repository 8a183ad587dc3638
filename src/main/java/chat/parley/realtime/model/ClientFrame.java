package chat.parley.realtime.model;

import chat.parley.shared.error.ParleyException;
import org.jspecify.annotations.Nullable;

/** What a client said, whatever wire format it speaks. */
public sealed interface ClientFrame permits ClientFrame.Request, ClientFrame.Notify, ClientFrame.Broken, ClientPacket {
    /** Wants an answer that carries the same id. */
    record Request(long id, String route, FrameBody body) implements ClientFrame {}

    /** Is never answered, errors included. */
    record Notify(String route, FrameBody body) implements ClientFrame {}

    /**
     * Broke the protocol.
     *
     * @param id null when the frame has none that could be read
     */
    record Broken(@Nullable Long id, ParleyException error) implements ClientFrame {}
}
