package chat.parley.realtime.service;

import chat.parley.realtime.Push;
import chat.parley.realtime.model.CloseCode;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.Lane;
import chat.parley.realtime.port.RealtimeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/**
 * Keeps the sockets honest: sends heartbeats, and ends connections that fell silent, never opened a session, or outlived
 * their token. One pass a second over all connections; none has a timer of its own.
 */
@ApplicationScoped
public class HeartbeatService {
    private static final long GRACE_MILLIS = 1_000;

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
        Pass pass = new Pass(
                previous.toEpochMilli(),
                now.toEpochMilli(),
                config.heartbeatInterval().toMillis(),
                config.openTimeout().toMillis());
        // Together, so that a lane wakes up once for all of its connections.
        Lane.together(() -> connections.all().forEach(connection -> visit(connection, pass)));
        return now;
    }

    // Times are milliseconds since the epoch, and lengths milliseconds: this runs for every connection every second.
    private record Pass(long previous, long now, long interval, long openTimeout) {
        // Beats fall on whole intervals since the connection opened, so that they spread over the seconds by
        // themselves.
        boolean isDue(Connection connection) {
            long before = (previous - connection.openedAtMillis()) / interval;
            long after = (now - connection.openedAtMillis()) / interval;
            return after > Math.max(before, 0);
        }

        // Third-party clients legitimately leave a first gap of two intervals, hence strictly more, and a second.
        boolean isSilent(Connection connection) {
            return connection.lastHeardAtMillis() + 2 * interval + GRACE_MILLIS < now;
        }

        boolean hasNotOpened(Connection connection) {
            return connection.session() == null
                    && !connection.isOpening()
                    && connection.openedAtMillis() + openTimeout < now;
        }

        boolean hasExpired(Connection connection) {
            return connection.sessionEndsAtMillis() < now;
        }
    }

    private static void visit(Connection connection, Pass pass) {
        // Who has not spoken yet has not chosen the format either that a heartbeat would have to be written in.
        if (!endIfOver(connection, pass) && connection.isHeard() && pass.isDue(connection)) {
            connection.push(connection.codec().heartbeat(), Push.Importance.DURABLE, null, 0);
        }
    }

    private static boolean endIfOver(Connection connection, Pass pass) {
        if (connection.takeProgress()) {
            connection.aliveAt(Instant.ofEpochMilli(pass.now));
        }
        if (pass.isSilent(connection)) {
            connection.close(CloseCode.HEARTBEAT_MISSED, "nothing heard for two heartbeats");
        } else if (pass.hasNotOpened(connection)) {
            connection.close(CloseCode.UNAUTHENTICATED, "no session was opened in time");
        } else if (pass.hasExpired(connection)) {
            connection.close(CloseCode.UNAUTHENTICATED, "the access token has expired");
        } else {
            return connection.isClosed();
        }
        return true;
    }
}
