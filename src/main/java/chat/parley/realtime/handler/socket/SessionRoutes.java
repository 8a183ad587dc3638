package chat.parley.realtime.handler.socket;

import chat.parley.identity.IdentityError;
import chat.parley.realtime.model.CloseCode;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.EncodedFrame;
import chat.parley.realtime.model.FrameBody;
import chat.parley.realtime.service.OpenSession;
import chat.parley.realtime.service.OpenSessionService;
import chat.parley.shared.error.ErrorKind;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The two routes about the connection itself; the only ones that answer without a session. */
@ApplicationScoped
class SessionRoutes {
    static final String OPEN = "session.open";
    private static final String REFRESH = "session.refresh";

    private final OpenSessionService sessions;
    private final SocketFailures failures;

    SessionRoutes(OpenSessionService sessions, SocketFailures failures) {
        this.sessions = sessions;
        this.failures = failures;
    }

    private record TokenPayload(@Nullable String token) {}

    private record RefreshAnswer(Instant expiresAt) {}

    boolean handles(String route) {
        return route.equals(OPEN) || route.equals(REFRESH);
    }

    /**
     * Does what the route says.
     *
     * @param id null if nothing is answered: the answer to {@code session.open} then comes as a push, and its failure
     *     ends the connection
     */
    void handle(Connection connection, String route, @Nullable Long id, FrameBody body) {
        try {
            String token = body.as(TokenPayload.class).token();
            if (token == null) {
                throw ParleyException.onField(RequestError.INVALID, "/token", "must not be missing");
            }
            if (route.equals(OPEN)) {
                sessions.open(new OpenSession(connection, id, token, body));
            } else {
                refresh(connection, id, token);
            }
        } catch (RuntimeException e) {
            refuse(connection, id, failures.translate(e));
        }
    }

    private void refresh(Connection connection, @Nullable Long id, String token) {
        Instant end = sessions.refresh(connection, token);
        if (id != null) {
            connection.answer(connection.codec().response(id, new RefreshAnswer(end)));
        }
    }

    private static void refuse(Connection connection, @Nullable Long id, ParleyException error) {
        EncodedFrame frame = connection.codec().error(id, error);
        if (frame != null) {
            connection.answer(frame);
        }
        if (error.code() == IdentityError.SESSION_REVOKED || error.code() == IdentityError.ACCOUNT_DISABLED) {
            connection.closeWhenWritten(CloseCode.REVOKED, "this session has ended");
        } else if (error.code().kind() == ErrorKind.UNAUTHENTICATED) {
            connection.closeWhenWritten(CloseCode.UNAUTHENTICATED, "the access token was refused");
        } else if (error.code().retryable() && connection.session() == null) {
            connection.closeWhenWritten(CloseCode.TRY_AGAIN_LATER, "the session cannot be opened right now");
        } else if (id == null && connection.session() == null) {
            connection.closeWhenWritten(CloseCode.PROTOCOL_ERROR, "the session cannot be opened like this");
        }
    }
}
