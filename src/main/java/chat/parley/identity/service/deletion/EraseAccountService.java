package chat.parley.identity.service.deletion;

import chat.parley.identity.AccountDisabled;
import chat.parley.identity.IdentityError;
import chat.parley.identity.SessionId;
import chat.parley.identity.SessionRevoked;
import chat.parley.identity.UserId;
import chat.parley.identity.model.Account;
import chat.parley.identity.model.Password;
import chat.parley.identity.model.PasswordHash;
import chat.parley.identity.model.RefreshToken;
import chat.parley.identity.port.AccountEraser;
import chat.parley.identity.port.AccountRepository;
import chat.parley.identity.port.PasswordHasher;
import chat.parley.identity.port.SessionRepository;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Takes everything personal out of an account, and ends all its sessions. Its id stays, for the messages' sake. */
@ApplicationScoped
public class EraseAccountService {
    private static final Logger LOG = Logger.getLogger(EraseAccountService.class);

    private final AccountRepository accounts;
    private final SessionRepository sessions;
    private final AccountEraser eraser;
    private final PasswordHasher hasher;
    private final Event<SessionRevoked> revoked;
    private final Event<AccountDisabled> disabled;
    private final Clock clock;

    EraseAccountService(
            AccountRepository accounts,
            SessionRepository sessions,
            AccountEraser eraser,
            PasswordHasher hasher,
            Event<SessionRevoked> revoked,
            Event<AccountDisabled> disabled,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.eraser = eraser;
        this.hasher = hasher;
        this.revoked = revoked;
        this.disabled = disabled;
        this.clock = clock;
    }

    /** The hash is slow, so it is made before the transaction. */
    void erase(Account verified) {
        store(verified, hasher.hash(new Password(RefreshToken.random().text())));
    }

    // Signing in locks the account too, so a session begins before this, and ends here, or does not begin.
    @Transactional
    void store(Account verified, PasswordHash unknown) {
        UserId user = verified.id();
        Account account = accounts.lock(user).orElseThrow(() -> ParleyException.of(IdentityError.USER_NOT_FOUND));
        if (!account.passwordHash().equals(verified.passwordHash())) {
            throw ParleyException.onField(IdentityError.CURRENT_PASSWORD_WRONG, "/currentPassword", "has just changed");
        }
        Instant now = clock.instant();
        for (SessionId session : sessions.revokeAll(user, null, now)) {
            revoked.fire(new SessionRevoked(user, session));
        }
        disabled.fire(new AccountDisabled(user));
        eraser.eraseSessions(user);
        eraser.erase(user, unknown, now);
        LOG.infof("user %s deleted their account", user);
    }
}
