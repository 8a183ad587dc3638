package chat.parley.realtime.handler.socket;

import chat.parley.realtime.model.CloseCode;
import chat.parley.realtime.model.Wire;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/** Writes to one WebSocket; the framework moves each call to the socket's event loop. */
record WebSocketWire(WebSocketConnection socket) implements Wire {
    private static final Logger LOG = Logger.getLogger(WebSocketWire.class);

    @Override
    public CompletionStage<?> write(byte[] frame, boolean binary) {
        return (binary ? socket.sendBinary(frame) : socket.sendText(new String(frame, StandardCharsets.UTF_8)))
                .subscribeAsCompletionStage();
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
}
