package chat.parley.realtime.handler.event;

import chat.parley.identity.SessionRevoked;
import chat.parley.realtime.service.ConnectionRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** A session that is over has no sockets. */
@ApplicationScoped
class SessionRevokedListener {
    private final ConnectionRegistry connections;

    SessionRevokedListener(ConnectionRegistry connections) {
        this.connections = connections;
    }

    void revoked(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionRevoked event) {
        connections.closeSession(event.userId(), event.sessionId());
    }
}
