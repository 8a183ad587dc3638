package chat.parley.identity.service;

import chat.parley.identity.AccountDisabled;
import chat.parley.identity.IdentityError;
import chat.parley.identity.Permission;
import chat.parley.identity.SessionId;
import chat.parley.identity.SessionRevoked;
import chat.parley.identity.UserId;
import chat.parley.identity.model.Account;
import chat.parley.identity.port.AccountRepository;
import chat.parley.identity.port.SessionRepository;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Shuts people out of the whole server, and lets them in again. Only admins may, and nobody themselves. */
@ApplicationScoped
public class DisableAccountService {
    private static final Logger LOG = Logger.getLogger(DisableAccountService.class);

    private final AccountRepository accounts;
    private final SessionRepository sessions;
    private final Event<SessionRevoked> revoked;
    private final Event<AccountDisabled> disabled;
    private final Clock clock;

    DisableAccountService(
            AccountRepository accounts,
            SessionRepository sessions,
            Event<SessionRevoked> revoked,
            Event<AccountDisabled> disabled,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.revoked = revoked;
        this.disabled = disabled;
        this.clock = clock;
    }

    /** Ends all sessions of the account, and no new one can begin. Once more changes nothing. */
    @Transactional
    public void disable(UserId admin, UserId user) {
        Account account = claim(admin, user);
        Instant now = clock.instant();
        if (!account.disabled()) {
            accounts.disable(user, now);
            LOG.infof("user %s was disabled by %s", user, admin);
        }
        for (SessionId session : sessions.revokeAll(user, null, now)) {
            revoked.fire(new SessionRevoked(user, session));
        }
        disabled.fire(new AccountDisabled(user));
    }

    /** The account's owner may sign in again. */
    @Transactional
    public void enable(UserId admin, UserId user) {
        if (claim(admin, user).disabled()) {
            accounts.enable(user, clock.instant());
            LOG.infof("user %s was enabled by %s", user, admin);
        }
    }

    // Signing in locks the account too, so a session begins before this, and ends here, or does not begin.
    private Account claim(UserId admin, UserId user) {
        boolean mayDoIt = accounts.find(admin)
                .filter(account -> account.profile().permission() == Permission.ADMIN)
                .isPresent();
        if (!mayDoIt) {
            throw ParleyException.of(IdentityError.ADMINS_ONLY);
        }
        if (admin.equals(user)) {
            throw ParleyException.onField(IdentityError.DISABLE_SELF, "/userId", "must not be your own");
        }
        return accounts.lock(user).orElseThrow(() -> ParleyException.of(IdentityError.USER_NOT_FOUND));
    }
}
