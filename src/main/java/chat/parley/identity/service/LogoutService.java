package chat.parley.identity.service;

import chat.parley.identity.SessionId;
import chat.parley.identity.SessionRevoked;
import chat.parley.identity.UserId;
import chat.parley.identity.port.SessionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Ends sessions at their owner's wish. */
@ApplicationScoped
public class LogoutService {
    private final SessionRepository sessions;
    private final Event<SessionRevoked> revoked;
    private final Clock clock;

    LogoutService(SessionRepository sessions, Event<SessionRevoked> revoked, Clock clock) {
        this.sessions = sessions;
        this.revoked = revoked;
        this.clock = clock;
    }

    @Transactional
    public void logout(UserId user, SessionId session) {
        if (sessions.revoke(session, clock.instant())) {
            revoked.fire(new SessionRevoked(user, session));
        }
    }

    @Transactional
    public void logoutEverywhere(UserId user) {
        for (SessionId session : sessions.revokeAll(user, null, clock.instant())) {
            revoked.fire(new SessionRevoked(user, session));
        }
    }
}
