package chat.parley.realtime.service;

import chat.parley.realtime.Push;
import chat.parley.realtime.model.Agenda;
import chat.parley.realtime.model.CloseCode;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.Lane;
import chat.parley.realtime.port.RealtimeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Keeps the sockets honest: sends heartbeats, and ends connections that fell silent, never opened a session, or outlived
 * their token. One pass a second over those for whom something may be due; none has a timer of its own.
 */
@ApplicationScoped
public class HeartbeatService {
    private static final Logger LOG = Logger.getLogger(HeartbeatService.class);
    private static final long GRACE_MILLIS = 1_000;

    private final Agenda<Connection> agenda = new Agenda<>();
    private final RealtimeConfig config;
    private final Clock clock;
    private long passedAt;

    HeartbeatService(RealtimeConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.passedAt = clock.millis();
    }

    /** Takes care of the connection; to be called again when it has got a session, whose end may be near. Any thread. */
    public void follow(Connection connection) {
        Pass pass = pass();
        if (connection.beatAtMillis() == 0) {
            connection.beatAt(pass.nextBeat(connection));
        }
        agenda.add(connection, pass.nextLook(connection));
    }

    /** Does not keep the connection any longer. Any thread. */
    public void forget(Connection connection) {
        agenda.remove(connection);
    }

    /** One pass; not two at once. */
    public void beat() {
        Pass pass = pass();
        // A clock that was set back would let everybody wait until it is as late again.
        boolean setBack = pass.now < passedAt;
        passedAt = pass.now;
        List<Connection> due = agenda.take(setBack ? Long.MAX_VALUE : pass.now);
        // Together, so that a lane wakes up once for all of its connections.
        Lane.together(() -> due.forEach(connection -> visit(connection, pass)));
    }

    private Pass pass() {
        return new Pass(
                clock.millis(),
                config.heartbeatInterval().toMillis(),
                config.openTimeout().toMillis());
    }

    // Times are milliseconds since the epoch, and lengths milliseconds.
    private record Pass(long now, long interval, long openTimeout) {
        // Beats fall on whole intervals since the connection opened, so that they spread over the seconds by
        // themselves.
        long nextBeat(Connection connection) {
            long opened = connection.openedAtMillis();
            return opened + (Math.floorDiv(now - opened, interval) + 1) * interval;
        }

        boolean isBeatDue(Connection connection) {
            return connection.beatAtMillis() <= now || connection.beatAtMillis() > now + interval;
        }

        // Third-party clients legitimately leave a first gap of two intervals, hence strictly more, and a second.
        long silentAfter(Connection connection) {
            return connection.lastHeardAtMillis() + 2 * interval + GRACE_MILLIS;
        }

        boolean isSilent(Connection connection) {
            return silentAfter(connection) < now;
        }

        boolean hasNotOpened(Connection connection) {
            return connection.session() == null
                    && !connection.isOpening()
                    && connection.openedAtMillis() + openTimeout < now;
        }

        boolean hasExpired(Connection connection) {
            return connection.sessionEndsAtMillis() < now;
        }

        /** When something may be due that is not due now. */
        long nextLook(Connection connection) {
            long over = Math.min(silentAfter(connection), connection.sessionEndsAtMillis());
            if (connection.session() == null) {
                over = Math.min(over, Math.max(connection.openedAtMillis() + openTimeout, now));
            }
            return Math.min(connection.beatAtMillis(), over + 1);
        }
    }

    // Whoever fails stays on the agenda, and does not keep the others from their turn.
    private void visit(Connection connection, Pass pass) {
        try {
            if (!endIfOver(connection, pass)) {
                beatIfDue(connection, pass);
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "connection %s could not be looked after", connection.id());
        }
        if (!connection.isClosed()) {
            agenda.add(connection, pass.nextLook(connection));
        }
    }

    private static void beatIfDue(Connection connection, Pass pass) {
        if (pass.isBeatDue(connection)) {
            connection.beatAt(pass.nextBeat(connection));
            // Who has not spoken yet has not chosen the format either that a heartbeat would have to be written in.
            if (connection.isHeard()) {
                connection.push(connection.codec().heartbeat(), Push.Importance.DURABLE, null, 0);
            }
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
