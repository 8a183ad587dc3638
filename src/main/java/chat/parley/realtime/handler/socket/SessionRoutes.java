package chat.parley.realtime.handler.socket;

import chat.parley.identity.IdentityError;
import chat.parley.realtime.model.ClientFrame;
import chat.parley.realtime.model.CloseCode;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.service.OpenSession;
import chat.parley.realtime.service.OpenSessionService;
import chat.parley.shared.error.ErrorKind;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The two routes about the connection itself; the only ones that answer without a session. */
@ApplicationScoped
class SessionRoutes {
    private static final Set<String> ROUTES = Set.of("session.open", "session.refresh");

    private final OpenSessionService sessions;
    private final SocketFailures failures;

    SessionRoutes(OpenSessionService sessions, SocketFailures failures) {
        this.sessions = sessions;
        this.failures = failures;
    }

    private record TokenPayload(@Nullable String token) {}

    private record RefreshAnswer(Instant expiresAt) {}

    boolean handles(String route) {
        return ROUTES.contains(route);
    }

    void handle(Connection connection, ClientFrame.Request request) {
        try {
            String token = request.body().as(TokenPayload.class).token();
            if (token == null) {
                throw ParleyException.onField(RequestError.INVALID, "/token", "must not be missing");
            }
            if (request.route().equals("session.open")) {
                sessions.open(new OpenSession(connection, request.id(), token, request.body()));
            } else {
                Instant end = sessions.refresh(connection, token);
                connection.answer(connection.codec().response(request.id(), new RefreshAnswer(end)));
            }
        } catch (RuntimeException e) {
            refuse(connection, request.id(), failures.translate(e));
        }
    }

    private static void refuse(Connection connection, long id, ParleyException error) {
        connection.answer(connection.codec().error(id, error));
        if (error.code() == IdentityError.SESSION_REVOKED || error.code() == IdentityError.ACCOUNT_DISABLED) {
            connection.closeWhenWritten(CloseCode.REVOKED, "this session has ended");
        } else if (error.code().kind() == ErrorKind.UNAUTHENTICATED) {
            connection.closeWhenWritten(CloseCode.UNAUTHENTICATED, "the access token was refused");
        } else if (error.code().retryable() && connection.session() == null) {
            connection.closeWhenWritten(CloseCode.TRY_AGAIN_LATER, "the session cannot be opened right now");
        }
    }
}
