package chat.parley.realtime.service;

import chat.parley.realtime.Push;
import chat.parley.realtime.model.CloseCode;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.port.RealtimeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps the sockets honest: sends heartbeats, and ends connections that fell silent, never opened a session, or outlived
 * their token. One pass a second over all connections; none has a timer of its own.
 */
@ApplicationScoped
public class HeartbeatService {
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final ConnectionRegistry connections;
    private final RealtimeConfig config;
    private final Clock clock;

    HeartbeatService(ConnectionRegistry connections, RealtimeConfig config, Clock clock) {
        this.connections = connections;
        this.config = config;
        this.clock = clock;
    }

    /**
     * One pass.
     *
     * @param previous when the pass before this one ran
     * @return when this pass ran
     */
    public Instant beat(Instant previous) {
        Instant now = clock.instant();
        for (Connection connection : connections.all()) {
            // Who has not spoken yet has not chosen the format either that a heartbeat would have to be written in.
            if (!endIfOver(connection, now) && connection.isHeard() && isDue(connection, previous, now)) {
                connection.push(connection.codec().heartbeat(), Push.Importance.DURABLE, null, 0);
            }
        }
        return now;
    }

    private boolean endIfOver(Connection connection, Instant now) {
        if (connection.takeProgress()) {
            connection.aliveAt(now);
        }
        // Third-party clients legitimately leave a first gap of two intervals, hence strictly more, and a second.
        Duration silence = config.heartbeatInterval().multipliedBy(2).plus(GRACE);
        if (connection.lastHeardAt().plus(silence).isBefore(now)) {
            connection.close(CloseCode.HEARTBEAT_MISSED, "nothing heard for two heartbeats");
        } else if (connection.session() == null
                && !connection.isOpening()
                && connection.openedAt().plus(config.openTimeout()).isBefore(now)) {
            connection.close(CloseCode.UNAUTHENTICATED, "no session was opened in time");
        } else if (connection.sessionEndsAt().isBefore(now)) {
            connection.close(CloseCode.UNAUTHENTICATED, "the access token has expired");
        } else {
            return connection.isClosed();
        }
        return true;
    }

    // Beats fall on whole intervals since the connection opened, so that they spread over the seconds by themselves.
    private boolean isDue(Connection connection, Instant previous, Instant now) {
        long interval = config.heartbeatInterval().toMillis();
        long before = Duration.between(connection.openedAt(), previous).toMillis() / interval;
        long after = Duration.between(connection.openedAt(), now).toMillis() / interval;
        return after > Math.max(before, 0);
    }
}
