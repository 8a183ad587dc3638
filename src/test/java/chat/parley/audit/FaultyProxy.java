package chat.parley.audit;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Stands between clients and server, and makes a sound server look like one with a certain defect. */
final class FaultyProxy implements AutoCloseable {
    private static final int LARGEST = 4 << 20;

    private final Vertx vertx = Vertx.vertx();
    private final URI server;
    private final Supplier<Defect> defects;
    private final HttpServer listener;

    private FaultyProxy(URI server, Supplier<Defect> defects) throws InterruptedException, ExecutionException {
        this.server = server;
        this.defects = defects;
        this.listener = vertx.createHttpServer()
                // Not webSocketHandler: Quarkus, in the same JVM, switches that off for everybody.
                .requestHandler(request -> request.toWebSocket().onSuccess(this::connect))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    /** @param defects makes one for each connection */
    static FaultyProxy before(URI server, Supplier<Defect> defects) throws InterruptedException, ExecutionException {
        return new FaultyProxy(server, defects);
    }

    /** What goes wrong on one connection; each method passes on what it wants of a text frame. */
    abstract static class Defect {
        private Vertx vertx;
        private WebSocket server;
        private ServerWebSocket client;

        void fromClient(String frame) {
            toServer(frame);
        }

        /** One object of those that the server puts into a frame. */
        void fromServer(String object) {
            toClient(object);
        }

        final void toServer(String frame) {
            server.writeTextMessage(frame);
        }

        final void toClient(String object) {
            client.writeTextMessage(object);
        }

        final void later(int millis, Runnable action) {
            vertx.setTimer(millis, timer -> action.run());
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listener.actualPort());
    }

    private void connect(ServerWebSocket client) {
        client.pause();
        WebSocketConnectOptions target = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(server.getPort())
                .setURI("/ws");
        vertx.createWebSocketClient(
                        new WebSocketClientOptions().setMaxMessageSize(LARGEST).setMaxFrameSize(LARGEST))
                .connect(target)
                .onSuccess(opened -> join(client, opened))
                .onFailure(failure -> client.close());
    }

    private void join(ServerWebSocket client, WebSocket opened) {
        Defect defect = defects.get();
        defect.vertx = vertx;
        defect.client = client;
        defect.server = opened;
        client.textMessageHandler(defect::fromClient);
        opened.textMessageHandler(frame -> frame.lines().forEach(defect::fromServer));
        client.closeHandler(end -> opened.close());
        opened.closeHandler(end -> client.close());
        client.resume();
    }

    @Override
    public void close() throws InterruptedException, ExecutionException {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
