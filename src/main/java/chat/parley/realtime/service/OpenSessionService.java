package chat.parley.realtime.service;

import chat.parley.identity.AccessGrant;
import chat.parley.identity.AccessTokens;
import chat.parley.identity.UserId;
import chat.parley.identity.Users;
import chat.parley.realtime.Push;
import chat.parley.realtime.RealtimeError;
import chat.parley.realtime.SessionAnswer;
import chat.parley.realtime.SessionContributor;
import chat.parley.realtime.SessionOpening;
import chat.parley.realtime.SocketSession;
import chat.parley.realtime.Topic;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.EncodedFrame;
import chat.parley.realtime.model.FrameBody;
import chat.parley.realtime.model.FrameCodec;
import chat.parley.realtime.port.RealtimeConfig;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/**
 * Opens a session: subscribe, hold, read, answer, release. What is committed before the reading is in the answer, what
 * is committed after it is in the pushes behind the answer, and nothing is in neither.
 */
@ApplicationScoped
public class OpenSessionService {
    // Whoever comes back after an interruption waits here, in the order they came, and not for a database connection:
    // that wait ends with a refusal, and those who have a session need connections too. Those who open at the same time
    // share most of their questions to the database.
    private static final int OPENING_AT_ONCE = 16;

    private final Semaphore turns = new Semaphore(OPENING_AT_ONCE, true);
    private final AccessTokens tokens;
    private final Users users;
    private final SessionSubscriber subscriber;
    private final List<SessionContributor> contributors;
    private final HeartbeatService heartbeat;
    private final FloodPenalties floods;
    private final PublicationWriter writer;
    private final RealtimeConfig config;
    private final Clock clock;

    OpenSessionService(
            AccessTokens tokens,
            Users users,
            SessionSubscriber subscriber,
            @All List<SessionContributor> contributors,
            HeartbeatService heartbeat,
            FloodPenalties floods,
            PublicationWriter writer,
            RealtimeConfig config,
            Clock clock) {
        this.tokens = tokens;
        this.users = users;
        this.subscriber = subscriber;
        this.contributors = contributors;
        this.heartbeat = heartbeat;
        this.floods = floods;
        this.writer = writer;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Opens the session and answers the request.
     *
     * @throws ParleyException if the token is refused, if the user was sent away for flooding a moment ago, or if the state
     *     cannot be read; the connection then has no session
     */
    public void open(OpenSession command) {
        command.connection().opening(true);
        try {
            turns.acquire();
            try {
                openInTurn(command);
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ParleyException.of(RequestError.UNAVAILABLE);
        } finally {
            command.connection().opening(false);
        }
    }

    private void openInTurn(OpenSession command) {
        Connection connection = command.connection();
        if (connection.isClosed()) {
            return;
        }
        if (connection.session() != null) {
            throw ParleyException.of(RealtimeError.ALREADY_OPEN);
        }
        AccessGrant grant = tokens.verify(command.token());
        floods.check(grant.userId());
        SocketSession session = new SocketSession(connection.id(), grant.userId(), grant.sessionId());
        connection.sessionEndsAt(grant.expiresAt().plus(config.expiryGrace()));
        subscriber.begin(connection, session);
        heartbeat.follow(connection);
        try {
            subscriber.subscribe(connection, topics(session.userId()));
            // A revocation that came between the check and the registration found no connection to close.
            tokens.verify(command.token());
            Answer answer = answer(command, session);
            subscriber.covers(answer.covered);
            connection.release(frame(command, answer.fields), answer.covered);
        } catch (RuntimeException e) {
            subscriber.abandon(connection);
            throw e;
        }
    }

    private EncodedFrame frame(OpenSession command, Map<String, Object> answer) {
        FrameCodec codec = command.connection().codec();
        Long id = command.requestId();
        return id == null
                ? codec.push(writer.write(Push.durable("session.opened", answer)))
                : codec.response(id, answer);
    }

    /** Extends the session to a new token's life; returns the token's end. */
    public Instant refresh(Connection connection, String token) {
        AccessGrant grant = tokens.verify(token);
        SocketSession session = connection.session();
        if (session == null
                || !session.userId().equals(grant.userId())
                || !session.sessionId().equals(grant.sessionId())) {
            throw ParleyException.of(RequestError.UNAUTHENTICATED);
        }
        connection.sessionEndsAt(grant.expiresAt().plus(config.expiryGrace()));
        return grant.expiresAt();
    }

    private Set<Topic> topics(UserId user) {
        return contributors.stream()
                .flatMap(contributor -> contributor.topics(user).stream())
                .collect(Collectors.toSet());
    }

    private Answer answer(OpenSession command, SocketSession session) {
        Answer answer = new Answer(command.connection());
        answer.put("sessionId", session.sessionId());
        answer.put("heartbeatSeconds", config.heartbeatInterval().toSeconds());
        answer.put("serverTime", clock.instant());
        answer.put("user", users.profile(session.userId()));
        Opening opening = new Opening(session, command.body());
        contributors.forEach(contributor -> contributor.contribute(opening, answer));
        return answer;
    }

    private record Opening(SocketSession session, FrameBody body) implements SessionOpening {
        @Override
        public <T> T body(Class<T> type) {
            return body.as(type);
        }
    }

    private final class Answer implements SessionAnswer {
        private final Connection connection;
        private final Map<String, Object> fields = new LinkedHashMap<>();
        private final Map<Topic, Long> covered = new HashMap<>();

        Answer(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void put(String field, Object value) {
            fields.put(field, value);
        }

        @Override
        public void covers(Topic topic, long revision) {
            // Contributors read one after the other; what the earlier one has not seen must still come.
            covered.merge(topic, revision, Math::min);
        }

        @Override
        public void retain(String kind, Set<Topic> topics) {
            subscriber.retain(connection, kind, topics);
        }
    }
}
