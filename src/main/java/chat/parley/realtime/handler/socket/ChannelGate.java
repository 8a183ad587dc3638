package chat.parley.realtime.handler.socket;

import chat.parley.realtime.service.Ticket;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.net.impl.VertxHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stands in a socket's channel before the framework and takes its messages: as bytes, at once, and no more than the
 * server wants. The framework keeps the upgrade and the closing. This and {@link ChannelWire} are all that knows what is
 * below the framework; a channel that does not look as expected gets no gate.
 */
final class ChannelGate extends ChannelInboundHandlerAdapter {
    private static final String NAME = "parley-gate";

    private final Fragments fragments;
    private @Nullable ChannelHandlerContext context;
    private List<WebSocketFrame> early = new ArrayList<>(0);
    private @Nullable FrameListener listener;
    private @Nullable HttpServerRequest request;
    private Ticket ticket = Ticket.uncounted();
    private boolean counted;
    private volatile boolean reading = true;
    private @Nullable ChannelWire wire;

    private ChannelGate(int maxMessageBytes) {
        this.fragments = new Fragments(maxMessageBytes);
    }

    /** Puts a gate into the channel of a connection that is about to become a WebSocket; null where that cannot be. */
    static @Nullable ChannelGate install(HttpConnection connection, int maxMessageBytes) {
        if (!(connection instanceof ConnectionBase known)) {
            return null;
        }
        Channel channel = known.channel();
        ChannelHandlerContext framework = channel.pipeline().context(VertxHandler.class);
        if (framework == null || !channel.eventLoop().inEventLoop()) {
            return null;
        }
        if (channel.pipeline().get(NAME) instanceof ChannelGate present) {
            return present;
        }
        ChannelGate gate = new ChannelGate(maxMessageBytes);
        channel.pipeline().addBefore(framework.name(), NAME, gate);
        return gate;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    /** The way out, now that the upgrade is done; null where the channel does not look as expected. */
    @Nullable
    ChannelWire wire(WebSocketConnection socket) {
        ChannelHandlerContext here = context;
        ChannelHandlerContext encoder = here == null ? null : here.pipeline().context(WebSocketFrameEncoder.class);
        wire = encoder == null ? null : new ChannelWire(socket, encoder);
        return wire;
    }

    /** Whether somebody has let this connection in. */
    boolean isCounted() {
        return counted;
    }

    /** Gives the place back when the connection has ended, whether or not it became a socket. */
    void admitted(Ticket place) {
        ticket = place;
        counted = true;
        if (context != null) {
            context.channel().closeFuture().addListener(closed -> place.end());
        }
    }

    Ticket ticket() {
        return ticket;
    }

    /** Opens or closes the tap: what is not read stays with the client. Any thread. */
    void reading(boolean on) {
        reading = on;
        if (context != null) {
            Channel channel = context.channel();
            Runnable turn = () -> channel.config().setAutoRead(reading);
            if (channel.eventLoop().inEventLoop()) {
                // At once, or the channel would go on and read what has arrived meanwhile, a megabyte and more.
                turn.run();
            } else {
                channel.eventLoop().execute(turn);
            }
        }
    }

    /** The request that asked for the upgrade. The framework keeps it as long as the socket, with all its headers. */
    void asked(HttpServerRequest upgrade) {
        request = upgrade;
    }

    /** A browser's headers take more memory than all else that an idle socket needs, and nobody reads them again. */
    private void forgetHeaders() {
        if (request != null) {
            request.headers().clear();
            request = null;
        }
    }

    /** Opens the gate: from here the listener gets what comes, beginning with what has come already. */
    void open(FrameListener to) {
        forgetHeaders();
        listener = to;
        List<WebSocketFrame> waiting = early;
        early = List.of();
        waiting.forEach(frame -> take(to, frame));
        if (context != null) {
            context.channel().config().setAutoRead(true);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext from, Object message) {
        boolean ours = message instanceof WebSocketFrame && !(message instanceof CloseWebSocketFrame);
        if (!ours) {
            if (wire != null) {
                // The framework answers a close frame; what was written before that goes before it.
                wire.handOver();
            }
            from.fireChannelRead(message);
            return;
        }
        WebSocketFrame frame = (WebSocketFrame) message;
        FrameListener to = listener;
        if (to != null) {
            take(to, frame);
            return;
        }
        // The client did not wait for the upgrade to be told; the next bytes do.
        early.add(frame);
        from.channel().config().setAutoRead(false);
    }

    private void take(FrameListener to, WebSocketFrame frame) {
        try {
            switch (frame) {
                case PingWebSocketFrame ping -> ping(to, ping);
                case PongWebSocketFrame ignored -> to.alive();
                default -> data(to, frame);
            }
        } finally {
            frame.release();
        }
    }

    private void ping(FrameListener to, PingWebSocketFrame ping) {
        to.alive();
        if (wire != null) {
            wire.pong(ping.content());
        }
    }

    private void data(FrameListener to, WebSocketFrame frame) {
        byte[] message;
        try {
            message = fragments.add(frame);
        } catch (IllegalStateException e) {
            to.tooLarge();
            return;
        }
        if (message == null) {
            to.fragment();
        } else {
            to.frame(message, fragments.isBinary());
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext from) {
        if (wire != null) {
            wire.roomChanged();
        }
        from.fireChannelWritabilityChanged();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
        FrameListener to = listener;
        if (to == null || !(cause instanceof CorruptedWebSocketFrameException corrupt)) {
            from.fireExceptionCaught(cause);
        } else if (corrupt.closeStatus() == WebSocketCloseStatus.MESSAGE_TOO_BIG) {
            to.tooLarge();
        } else {
            to.corrupt();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext from) {
        early.forEach(WebSocketFrame::release);
        early = List.of();
        from.fireChannelInactive();
    }
}
