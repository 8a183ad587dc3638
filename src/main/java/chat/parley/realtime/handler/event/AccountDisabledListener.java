package chat.parley.realtime.handler.event;

import chat.parley.identity.AccountDisabled;
import chat.parley.realtime.service.EndSessionService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Who is shut out has no sockets. */
@ApplicationScoped
class AccountDisabledListener {
    private final EndSessionService sessions;

    AccountDisabledListener(EndSessionService sessions) {
        this.sessions = sessions;
    }

    void disabled(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountDisabled event) {
        sessions.end(event.userId());
    }
}
