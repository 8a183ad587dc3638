package chat.parley.realtime.handler.socket;

import chat.parley.realtime.model.CloseCode;
import chat.parley.realtime.model.EncodedFrame;
import chat.parley.realtime.model.Lane;
import chat.parley.realtime.model.Wire;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/** Writes to one WebSocket by the framework's own means, where {@link ChannelWire} cannot. */
final class WebSocketWire implements Wire {
    private static final Logger LOG = Logger.getLogger(WebSocketWire.class);
    private static final int ROOM_BYTES = 64 * 1024;

    private final WebSocketConnection socket;
    private final Lane lane;
    private Runnable listener = () -> {};
    private int bytesOnTheWay;

    WebSocketWire(WebSocketConnection socket, Lane lane) {
        this.socket = socket;
        this.lane = lane;
    }

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
        return bytesOnTheWay < ROOM_BYTES;
    }

    @Override
    public void write(EncodedFrame frame, boolean binary) {
        bytesOnTheWay += frame.size();
        Uni<Void> sending = binary
                ? socket.sendBinary(frame.bytes())
                : socket.sendText(new String(frame.bytes(), StandardCharsets.UTF_8));
        sending.subscribe().with(done -> left(frame.size()), e -> left(frame.size()));
    }

    private void left(int bytes) {
        lane.run(() -> {
            bytesOnTheWay -= bytes;
            if (hasRoom()) {
                listener.run();
            }
        });
    }

    @Override
    public void close(CloseCode code, String reason) {
        if (socket.isOpen()) {
            LOG.debugf("closing %s with %d: %s", socket.id(), code.number(), reason);
            socket.close(new CloseReason(code.number(), reason))
                    .subscribe()
                    .with(done -> {}, e -> LOG.debugf("closing %s failed: %s", socket.id(), e));
        }
    }

    @Override
    public void cutSoon() {
        // The client's silence will end it.
    }

    @Override
    public void cut() {
        // The framework has no way to end a connection whose client does not read.
    }
}
