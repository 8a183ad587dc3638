package chat.parley.audit.client;

import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A WebSocket that can be told to stop reading, and tells of its end exactly once. */
final class ClientSocket {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ClientWire.Listener listener;
    private final Frames frames;
    private WebSocket socket;
    private CompletableFuture<?> lastWrite = CompletableFuture.completedFuture(null);
    private boolean paused;
    private boolean owed;
    private boolean ended;

    ClientSocket(ClientWire.Listener listener, Frames frames) {
        this.listener = listener;
        this.frames = frames;
        frames.owner = this;
    }

    /** What a wire format does with what arrives. */
    abstract static class Frames implements WebSocket.Listener {
        private ClientSocket owner;

        /** Asks for the next piece, unless reading is paused. */
        final void more() {
            owner.more();
        }

        @Override
        public final void onOpen(WebSocket webSocket) {
            owner.connected(webSocket);
        }

        @Override
        public final CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            owner.end(code, reason);
            return null;
        }

        @Override
        public final void onError(WebSocket webSocket, Throwable error) {
            owner.end(ClientWire.BROKEN, error.toString());
        }
    }

    void connect(URI server) {
        URI address = URI.create("ws://" + server.getAuthority() + "/ws");
        Http.CLIENT
                .newWebSocketBuilder()
                .connectTimeout(PATIENCE)
                .buildAsync(address, frames)
                .whenComplete((opened, failure) -> {
                    if (failure != null) {
                        end(ClientWire.BROKEN, failure.toString());
                    }
                });
    }

    private void connected(WebSocket opened) {
        synchronized (this) {
            socket = opened;
            if (ended) {
                opened.abort();
                return;
            }
        }
        listener.connected();
        more();
    }

    private synchronized void more() {
        if (paused || socket == null) {
            owed = true;
        } else {
            socket.request(1);
        }
    }

    synchronized void pause() {
        paused = true;
    }

    synchronized void resume() {
        paused = false;
        if (owed && socket != null) {
            owed = false;
            socket.request(1);
        }
    }

    void send(String text) {
        write(open -> open.sendText(text, true));
    }

    void send(ByteBuffer bytes) {
        write(open -> open.sendBinary(bytes, true));
    }

    private synchronized void write(Function<WebSocket, CompletableFuture<WebSocket>> frame) {
        if (socket == null || ended) {
            return;
        }
        WebSocket open = socket;
        lastWrite = lastWrite.thenCompose(done -> frame.apply(open)).whenComplete((done, failure) -> {
            if (failure != null) {
                cut();
            }
        });
    }

    void cut() {
        synchronized (this) {
            if (socket != null) {
                socket.abort();
            }
        }
        end(ClientWire.BROKEN, "cut");
    }

    /** Ends a connection on which nonsense came; that is never the client's fault. */
    void fail(String reason) {
        listener.nonsense(reason);
        cut();
    }

    void close() {
        synchronized (this) {
            if (socket != null && !ended) {
                WebSocket open = socket;
                lastWrite
                        .thenCompose(done -> open.sendClose(WebSocket.NORMAL_CLOSURE, ""))
                        .whenComplete((done, failure) -> open.abort());
            }
        }
        end(WebSocket.NORMAL_CLOSURE, "");
    }

    private void end(int code, String reason) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        listener.closed(code, reason);
    }
}
