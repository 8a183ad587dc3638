package chat.parley.realtime.service;

import chat.parley.realtime.Push;
import chat.parley.realtime.model.CloseCode;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.EncodedPush;
import chat.parley.realtime.port.RealtimeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ThreadLocalRandom;

/** Sends the clients of a stopping server away, each with its own delay, so that they do not all come back at once. */
@ApplicationScoped
public class DrainService {
    private final ConnectionRegistry connections;
    private final PushWriter writer;
    private final RealtimeConfig config;
    private volatile boolean draining;

    DrainService(ConnectionRegistry connections, PushWriter writer, RealtimeConfig config) {
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

    public void drain() {
        draining = true;
        connections.all().forEach(this::sendAway);
    }

    private void sendAway(Connection connection) {
        long spread = Math.max(1, config.drainSpread().toMillis());
        var body =
                new SessionClosingPush("restarting", ThreadLocalRandom.current().nextLong(spread));
        EncodedPush push = writer.write(Push.durable("session.closing", body));
        connection.push(connection.codec().push(push), push.importance(), null, 0);
        connection.closeWhenWritten(CloseCode.RESTARTING, "the server is restarting");
    }
}
