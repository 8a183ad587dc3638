package chat.parley.realtime.handler.socket;

import chat.parley.realtime.model.CloseCode;
import chat.parley.realtime.model.Wire;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/** Writes to one WebSocket; the framework moves each call to the socket's event loop. */
record WebSocketWire(WebSocketConnection socket) implements Wire {
    private static final Logger LOG = Logger.getLogger(WebSocketWire.class);

    @Override
    public CompletionStage<?> write(String frame) {
        return socket.sendText(frame).subscribeAsCompletionStage();
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
