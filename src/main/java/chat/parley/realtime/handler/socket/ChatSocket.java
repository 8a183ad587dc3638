package chat.parley.realtime.handler.socket;

import chat.parley.realtime.model.CloseCode;
import chat.parley.realtime.model.Wire;
import chat.parley.realtime.service.ConnectionService;
import chat.parley.realtime.service.DrainService;
import chat.parley.realtime.service.Ticket;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/** The endpoint: bytes in, bytes out. Runs on the event loop and hands everything on at once. */
@WebSocket(path = "/ws")
class ChatSocket {
    private static final Logger LOG = Logger.getLogger(ChatSocket.class);
    private static final TypedKey<Inbox> INBOX = new TypedKey<>("inbox");

    private final ConnectionService connections;
    private final FrameDispatcher dispatcher;
    private final DrainService drain;

    ChatSocket(ConnectionService connections, FrameDispatcher dispatcher, DrainService drain) {
        this.connections = connections;
        this.dispatcher = dispatcher;
        this.drain = drain;
    }

    @OnOpen
    @NonBlocking
    void opened(WebSocketConnection socket) {
        ChannelGate gate = socket.userData().remove(UpgradeCheck.GATE);
        ChannelWire fast = gate == null ? null : gate.wire(socket);
        Wire wire = fast == null ? new WebSocketWire(socket, ContextLane.current()) : fast;
        var connection = connections.opened(socket.id(), wire);
        Inbox inbox = dispatcher.inbox(connection, gate == null ? Ticket.uncounted() : gate.ticket());
        socket.userData().put(INBOX, inbox);
        if (gate != null) {
            inbox.controls(gate::reading);
            gate.open(new FromChannel(inbox));
        }
        drain.sendAwayIfDraining(connection);
    }

    @OnTextMessage
    @NonBlocking
    void text(String frame, WebSocketConnection socket) {
        arrived(socket, frame.getBytes(StandardCharsets.UTF_8), false);
    }

    @OnBinaryMessage
    @NonBlocking
    void binary(Buffer frame, WebSocketConnection socket) {
        arrived(socket, frame.getBytes(), true);
    }

    private void arrived(WebSocketConnection socket, byte[] frame, boolean isBinary) {
        Inbox inbox = socket.userData().get(INBOX);
        if (inbox != null) {
            arrived(inbox, frame, isBinary);
        }
    }

    private void arrived(Inbox inbox, byte[] frame, boolean isBinary) {
        if (inbox.connection().isClosed()) {
            return;
        }
        if (connections.heard(inbox.connection(), isBinary)) {
            dispatcher.frame(inbox, frame);
        } else {
            dispatcher.wrongKind(inbox);
        }
    }

    @OnClose
    @NonBlocking
    void closed(WebSocketConnection socket) {
        Inbox inbox = socket.userData().get(INBOX);
        if (inbox != null) {
            connections.closed(inbox.connection());
        }
    }

    @OnError
    @NonBlocking
    void failed(Throwable failure, WebSocketConnection socket) {
        LOG.debugf(failure, "socket %s failed", socket.id());
        Inbox inbox = socket.userData().get(INBOX);
        // The transport reports a message over its limit in these two ways, and drops it.
        boolean tooLarge =
                failure instanceof IllegalStateException || failure instanceof CorruptedWebSocketFrameException;
        if (inbox != null && tooLarge) {
            dispatcher.tooLarge(inbox);
        }
    }

    /** What the channel brings; the other way in is the framework's. */
    private final class FromChannel implements FrameListener {
        private final Inbox inbox;

        FromChannel(Inbox inbox) {
            this.inbox = inbox;
        }

        @Override
        public void frame(byte[] bytes, boolean binary) {
            arrived(inbox, bytes, binary);
        }

        @Override
        public void alive() {
            connections.alive(inbox.connection());
            dispatcher.mayPass(inbox);
        }

        @Override
        public void fragment() {
            dispatcher.mayPass(inbox);
        }

        @Override
        public void tooLarge() {
            dispatcher.tooLarge(inbox);
        }

        @Override
        public void corrupt() {
            inbox.connection().close(CloseCode.PROTOCOL_ERROR, "no WebSocket frame");
        }
    }
}
