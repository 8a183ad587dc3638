package chat.parley.realtime.model;

import org.jspecify.annotations.Nullable;

/** What a client said in a format whose connections begin with a handshake. */
public sealed interface ClientPacket extends ClientFrame {
    /**
     * Introduces itself.
     *
     * @param answer what it is to be told
     * @param accepted false if the connection ends with the answer
     * @param opening the body of {@code session.open} that came with it; null if the session is opened later
     */
    record Greeting(
            EncodedFrame answer, boolean accepted, @Nullable FrameBody opening) implements ClientPacket {}

    /** Has read the answer; from here its data counts. */
    record Acknowledgement() implements ClientPacket {}

    /**
     * Calls a route.
     *
     * @param id null for a notify, which is never answered, errors included
     */
    record Data(@Nullable Long id, String route, FrameBody body) implements ClientPacket {}

    /** Cannot be understood; the connection ends without an answer. */
    record Unreadable(CloseCode code, String reason) implements ClientPacket {}
}
