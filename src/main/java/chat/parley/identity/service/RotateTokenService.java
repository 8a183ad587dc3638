package chat.parley.identity.service;

import chat.parley.identity.IdentityError;
import chat.parley.identity.SessionRevoked;
import chat.parley.identity.model.Account;
import chat.parley.identity.model.RefreshToken;
import chat.parley.identity.model.Session;
import chat.parley.identity.model.SignedIn;
import chat.parley.identity.port.AccountRepository;
import chat.parley.identity.port.IdentityConfig;
import chat.parley.identity.port.SessionRepository;
import chat.parley.identity.port.SessionRepository.Presented;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Exchanges a refresh token for a new pair of tokens. Each is good once; one that comes back later than the short grace
 * ends its session, because then two hold a copy and one of them is a thief. {@link Session#rotation} says which is
 * which.
 */
@ApplicationScoped
public class RotateTokenService {
    private static final Logger LOG = Logger.getLogger(RotateTokenService.class);

    private final SessionRepository sessions;
    private final AccountRepository accounts;
    private final OpenSessionService tokens;
    private final Event<SessionRevoked> revoked;
    private final SignInMetrics metrics;
    private final IdentityConfig config;
    private final Clock clock;

    RotateTokenService(
            SessionRepository sessions,
            AccountRepository accounts,
            OpenSessionService tokens,
            Event<SessionRevoked> revoked,
            SignInMetrics metrics,
            IdentityConfig config,
            Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.tokens = tokens;
        this.revoked = revoked;
        this.metrics = metrics;
        this.config = config;
        this.clock = clock;
    }

    // A refusal does not roll back: the one for reuse has ended the session.
    @Transactional(dontRollbackOn = ParleyException.class)
    public SignedIn rotate(RefreshToken token) {
        Instant now = clock.instant();
        Presented presented = sessions.lockByToken(token).orElseThrow(() -> refusal(IdentityError.TOKEN_INVALID));
        Session session = presented.session();
        if (session.isOver(now)) {
            throw refusal(session.revokedAt() != null ? IdentityError.SESSION_REVOKED : IdentityError.TOKEN_INVALID);
        }
        Account account = enabledAccount(session);
        return switch (session.rotation(presented.generation(), now, config.refreshTokenGrace())) {
            case NEXT -> advance(account, session, now);
            case REPEAT -> tokens.handOut(account, session, now);
            case REUSE -> throw end(session, now);
        };
    }

    private Account enabledAccount(Session session) {
        Account account = accounts.find(session.userId()).orElseThrow(() -> refusal(IdentityError.TOKEN_INVALID));
        if (account.disabled()) {
            throw refusal(IdentityError.ACCOUNT_DISABLED);
        }
        return account;
    }

    private SignedIn advance(Account account, Session session, Instant now) {
        Session next = session.next(now, config.refreshTokenLifetime());
        sessions.advance(next);
        metrics.rotated();
        return tokens.handOut(account, next, now);
    }

    private ParleyException end(Session session, Instant now) {
        LOG.warnf("A used refresh token of user %s came back; session %s ends", session.userId(), session.id());
        sessions.revoke(session.id(), now);
        revoked.fire(new SessionRevoked(session.userId(), session.id()));
        metrics.tokenReused();
        return refusal(IdentityError.TOKEN_REUSED);
    }

    private static ParleyException refusal(IdentityError error) {
        return ParleyException.of(error);
    }
}
