package chat.parley.audit.client;

import chat.parley.audit.client.Measurements.Counted;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Keeps one session open: connects, comes back as the protocol demands after every loss, and renews the token. */
final class SessionKeeper {
    private static final Duration REQUEST_PATIENCE = Duration.ofSeconds(20);
    private static final Duration WATCH = Duration.ofSeconds(1);

    private final Device device;
    private final List<URI> servers;
    private final ClientWire.Connector connector;
    private final Mailbox mailbox;
    private final Measurements measurements;
    private final Consumer<String> complaints;
    private final BackOff backOff;
    private Owner owner;
    private @Nullable ClientConnection connection;
    private int server;
    private Duration silence = Duration.ofSeconds(31);
    private @Nullable Duration announcedDelay;
    private long undisturbedSince;
    private volatile boolean open;
    private volatile boolean paused;
    private volatile boolean stopped;

    SessionKeeper(
            Device device,
            List<URI> servers,
            ClientWire.Connector connector,
            Mailbox mailbox,
            Measurements measurements,
            Consumer<String> complaints,
            RandomGenerator random) {
        this.device = device;
        this.servers = servers;
        this.connector = connector;
        this.mailbox = mailbox;
        this.measurements = measurements;
        this.complaints = complaints;
        this.backOff = BackOff.ofConnections(random);
        this.server = random.nextInt(servers.size());
    }

    /** Whose session it is. */
    interface Owner {
        /** Adds the rooms to what {@code session.open} says. */
        void describe(ObjectNode rooms);

        void opened(JsonNode answer);

        void pushed(String route, JsonNode body);

        void lost();
    }

    void start(Owner client) {
        owner = client;
        connect();
        watch();
    }

    void stop() {
        stopped = true;
        open = false;
        if (connection != null) {
            connection.wire().close();
        }
    }

    boolean isOpen() {
        return open;
    }

    boolean isPaused() {
        return paused;
    }

    /** Since when it is connected and reads. */
    long undisturbedSince() {
        return undisturbedSince;
    }

    int unanswered() {
        return connection == null ? 0 : connection.unanswered();
    }

    URI server() {
        return servers.get(server);
    }

    private void nextServer() {
        server = (server + 1) % servers.size();
    }

    /** Sends a request; must be open. */
    void ask(String route, JsonNode body, Consumer<JsonNode> answered, Consumer<ServerError> refused, Runnable lost) {
        connection.ask(route, body, answered, refused, lost);
    }

    /** For what need not succeed: nothing happens without a session, and a refusal or a loss is the end of it. */
    void tryTo(String route, JsonNode body, Consumer<JsonNode> answered) {
        if (open) {
            ask(route, body, answered, error -> {}, () -> {});
        }
    }

    void notify(String route) {
        connection.wire().notify(route, Http.JSON.createObjectNode());
    }

    // --- faults of the client's own side --------------------------------------------------------------------------

    void cut() {
        if (connection != null) {
            connection.wire().cut();
        }
    }

    void pause(Duration duration) {
        ClientConnection stalled = connection;
        if (stalled != null && open) {
            paused = true;
            stalled.wire().pause();
            mailbox.postLater(duration, () -> {
                paused = false;
                undisturbedSince = System.nanoTime();
                stalled.heard();
                stalled.wire().resume();
            });
        }
    }

    // --- the connection -------------------------------------------------------------------------------------------

    private void connect() {
        if (!stopped) {
            ClientConnection next = new ClientConnection();
            connection = next;
            next.wire(CheckedWire.connect(connector, server(), new Events(next)));
        }
    }

    private void sayHello(ClientConnection current) {
        ObjectNode body = Http.JSON.createObjectNode().put("token", device.accessToken());
        owner.describe(body.putObject("rooms"));
        current.wire().open(body);
    }

    private void opened(JsonNode answer) {
        measurements.count(Counted.CONNECTIONS);
        silence = Duration.ofSeconds(2 * answer.get("heartbeatSeconds").asLong() + 1);
        backOff.reset();
        undisturbedSince = System.nanoTime();
        open = true;
        owner.opened(answer);
        keepSignedIn();
    }

    // Whatever is refused here, the server closes the connection, and its code says what to do.
    private void refusedToOpen(ServerError error) {
        if (!error.retryable() && !error.needsNewToken()) {
            complaints.accept("session.open was refused: " + error);
        }
    }

    private void closed(ClientConnection ended, int code, String reason) {
        boolean wasOpen = open;
        open = false;
        paused = false;
        connection = null;
        owner.lost();
        ended.lost();
        if (!wasOpen || code == ClientWire.BROKEN || code == 1012) {
            nextServer();
        }
        switch (code) {
            case 1012 -> comeBack(announcedDelay == null ? backOff.next() : announcedDelay);
            case 4401, 4403 -> renew(backOff.next());
            case 4400, 4413 -> {
                complaints.accept("closed with " + code + " " + reason);
                comeBack(backOff.next());
            }
            default -> comeBack(backOff.next());
        }
        announcedDelay = null;
    }

    private void comeBack(Duration delay) {
        mailbox.postLater(delay, this::connect);
    }

    /** Gives up a connection on which nothing comes any more. */
    private void watch() {
        ClientConnection current = connection;
        if (current != null && !paused) {
            if (current.silentNanos() > silence.toNanos() || current.longestWaitNanos() > REQUEST_PATIENCE.toNanos()) {
                current.wire().cut();
            }
        }
        if (!stopped) {
            mailbox.postLater(WATCH, this::watch);
        }
    }

    // --- tokens ---------------------------------------------------------------------------------------------------

    /** Gets a new token when half of this one's life is over. */
    private void keepSignedIn() {
        ClientConnection current = connection;
        mailbox.postLater(device.remaining().dividedBy(2), () -> {
            if (connection == current && open) {
                device.renew(server())
                        .whenComplete((renewed, failure) -> mailbox.post(() -> refresh(current, renewed)));
            }
        });
    }

    private void refresh(ClientConnection current, @Nullable Boolean renewed) {
        if (connection != current || !open) {
            return;
        }
        if (Boolean.TRUE.equals(renewed)) {
            measurements.count(Counted.TOKENS);
            ObjectNode body = Http.JSON.createObjectNode().put("token", device.accessToken());
            tryTo("session.refresh", body, answer -> {});
        }
        keepSignedIn();
    }

    private void renew(Duration delay) {
        mailbox.postLater(
                delay,
                () -> device.renew(server())
                        .thenCompose(renewed -> {
                            measurements.count(renewed ? Counted.TOKENS : Counted.SIGN_INS);
                            return renewed ? CompletableFuture.<Void>completedFuture(null) : device.signIn(server());
                        })
                        .whenComplete((done, failure) -> mailbox.post(() -> {
                            if (failure == null) {
                                connect();
                            } else if (!stopped) {
                                nextServer();
                                renew(backOff.next());
                            }
                        })));
    }

    /** Brings what the wire tells into the mailbox. */
    private final class Events implements ClientWire.Listener {
        private final ClientConnection current;

        Events(ClientConnection current) {
            this.current = current;
        }

        private void post(Runnable event) {
            mailbox.post(() -> {
                if (connection == current && !stopped) {
                    current.heard();
                    event.run();
                }
            });
        }

        @Override
        public void connected() {
            post(() -> sayHello(current));
        }

        @Override
        public void opened(JsonNode body) {
            post(() -> SessionKeeper.this.opened(body));
        }

        @Override
        public void answered(long id, JsonNode body) {
            post(() -> {
                if (!current.answered(id, body)) {
                    complaints.accept("nobody asked for " + body);
                }
            });
        }

        @Override
        public void refused(long id, ServerError error) {
            post(() -> {
                if (id == 0) {
                    refusedToOpen(error);
                } else if (!current.refused(id, error)) {
                    complaints.accept("a frame was refused: " + error);
                }
            });
        }

        @Override
        public void pushed(String route, JsonNode body) {
            post(() -> {
                if (body.has("reconnectAfterMs")) {
                    announcedDelay =
                            Duration.ofMillis(body.get("reconnectAfterMs").asLong());
                }
                owner.pushed(route, body);
            });
        }

        @Override
        public void nonsense(String what) {
            post(() -> complaints.accept(what));
        }

        @Override
        public void closed(int code, String reason) {
            post(() -> SessionKeeper.this.closed(current, code, reason));
        }
    }
}
