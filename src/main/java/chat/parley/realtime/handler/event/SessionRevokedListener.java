package chat.parley.realtime.handler.event;

import chat.parley.identity.SessionRevoked;
import chat.parley.realtime.service.EndSessionService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** A session that is over has no sockets. */
@ApplicationScoped
class SessionRevokedListener {
    private final EndSessionService sessions;

    SessionRevokedListener(EndSessionService sessions) {
        this.sessions = sessions;
    }

    void revoked(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionRevoked event) {
        sessions.end(event.userId(), event.sessionId());
    }
}
