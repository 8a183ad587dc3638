package chat.parley.realtime.service;

import chat.parley.realtime.Push;
import chat.parley.realtime.model.CloseCode;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.EncodedPush;
import chat.parley.realtime.port.RealtimeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Sends the clients of a stopping server away, each with its own delay, so that they do not all come back at once. */
@ApplicationScoped
public class DrainService {
    private static final int SLICE = 50;
    private static final int PAUSE_MILLIS = 100;
    private static final int LAST_WORDS_MILLIS = 2_000;
    private static final int CUT_MILLIS = 1_000;

    private final Executor later = CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    private final ConnectionRegistry connections;
    private final PublicationWriter writer;
    private final RealtimeConfig config;
    private volatile boolean draining;

    DrainService(ConnectionRegistry connections, PublicationWriter writer, RealtimeConfig config) {
        this.connections = connections;
        this.writer = writer;
        this.config = config;
    }

    /** What a client is told before the connection ends. */
    private record SessionClosingPush(String reason, long reconnectAfterMs) {}

    /** A connection that still came in while the server stops. */
    public void sendAwayIfDraining(Connection connection) {
        if (draining) {
            sendAway(connection);
        }
    }

    /**
     * Sends everybody away, spread over the drain time, and returns when they are gone. What was accepted until then is
     * answered as usual; who does not take their leave in time is cut off.
     */
    public void drain() {
        draining = true;
        List<Connection> open = new ArrayList<>(connections.all());
        Collections.shuffle(open);
        int slice = Math.max(
                SLICE,
                (int) (open.size()
                                * PAUSE_MILLIS
                                / Math.max(1, config.drainSpread().toMillis()))
                        + 1);
        for (int from = 0; from < open.size(); from += slice) {
            open.subList(from, Math.min(open.size(), from + slice)).forEach(this::sendAway);
            pause();
        }
        awaitTheirLeave(LAST_WORDS_MILLIS);
        connections.all().forEach(Connection::cut);
        awaitTheirLeave(CUT_MILLIS);
    }

    private void awaitTheirLeave(int millis) {
        for (int waited = 0; connections.count() > 0 && waited < millis; waited += PAUSE_MILLIS) {
            pause();
        }
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
    }

    public boolean isDraining() {
        return draining;
    }

    /** Lets all clients come back and open their sessions anew; does not wait for them. */
    public void sendAllAway() {
        connections.all().forEach(this::sendAway);
    }

    private void sendAway(Connection connection) {
        long spread = Math.max(1, config.drainSpread().toMillis());
        var body =
                new SessionClosingPush("restarting", ThreadLocalRandom.current().nextLong(spread));
        EncodedPush push = writer.write(Push.durable("session.closing", body));
        connection.push(connection.codec().push(push), push.importance(), null, 0);
        // What the client sent before it knew is most probably answered by then.
        later.execute(() -> connection.closeWhenWritten(CloseCode.RESTARTING, "the server is restarting"));
    }
}
