package chat.parley.identity.handler.event;

import chat.parley.identity.SessionRevoked;
import chat.parley.identity.service.CheckSessionService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Makes this node refuse the access tokens of an ended session at once. */
@ApplicationScoped
class SessionRevokedListener {
    private final CheckSessionService sessions;

    SessionRevokedListener(CheckSessionService sessions) {
        this.sessions = sessions;
    }

    void onRevoked(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionRevoked revoked) {
        sessions.ended(revoked.sessionId());
    }
}
