package chat.parley.realtime.service;

import chat.parley.identity.UserId;
import chat.parley.realtime.RealtimeError;
import chat.parley.realtime.SocketSession;
import chat.parley.realtime.model.CloseCode;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.port.RealtimeConfig;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends away who floods, and lets nobody of that account in for a while: a client that came back at once could go on as
 * before, with a fresh budget. Each node keeps its own. Any thread.
 */
@ApplicationScoped
public class FloodPenalties {
    private final Map<UserId, Instant> ends = new ConcurrentHashMap<>();
    private final Duration length;
    private final Clock clock;

    FloodPenalties(RealtimeConfig config, Clock clock) {
        this.length = config.floodPenalty();
        this.clock = clock;
    }

    /** Ends the connection. */
    public void sendAway(Connection connection) {
        SocketSession session = connection.session();
        if (session != null && !connection.isClosed()) {
            Instant now = clock.instant();
            ends.values().removeIf(end -> !end.isAfter(now));
            ends.put(session.userId(), now.plus(length));
        }
        connection.close(CloseCode.TOO_SLOW, "too many frames, in spite of being told");
    }

    /** @throws ParleyException {@code realtime.too_many_requests} if the user was sent away a moment ago */
    void check(UserId user) {
        Instant end = ends.get(user);
        if (end != null && end.isAfter(clock.instant())) {
            throw ParleyException.of(RealtimeError.TOO_MANY_REQUESTS);
        }
    }
}
