package chat.parley.identity.service;

import chat.parley.identity.IdentityError;
import chat.parley.identity.model.Account;
import chat.parley.identity.model.Device;
import chat.parley.identity.model.Password;
import chat.parley.identity.model.PasswordHash;
import chat.parley.identity.model.SignedIn;
import chat.parley.identity.port.AccountRepository;
import chat.parley.identity.port.PasswordHasher;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Signs people in with their password. */
@ApplicationScoped
public class LoginService {
    private final AccountRepository accounts;
    private final PasswordHasher hasher;
    private final OpenSessionService sessions;
    private final SignInThrottle throttle;
    private final SignInMetrics metrics;

    LoginService(
            AccountRepository accounts,
            PasswordHasher hasher,
            OpenSessionService sessions,
            SignInThrottle throttle,
            SignInMetrics metrics) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.sessions = sessions;
        this.throttle = throttle;
        this.metrics = metrics;
    }

    /**
     * Answers alike, and after the same work, when there is no such account and when the password is wrong. That an
     * account is disabled is told only to who knows its password.
     */
    public SignedIn login(Login command) {
        throttle.admit(command.login(), command.device());
        Account account = authenticate(command.login(), command.password());
        SignedIn signedIn = open(account, upToDate(account.passwordHash(), command.password()), command.device());
        throttle.succeeded(command.login());
        metrics.signedIn();
        return signedIn;
    }

    /** The account was read before the slow hash, so what decides is read again, under a lock. */
    @Transactional
    SignedIn open(Account verified, PasswordHash upToDate, Device device) {
        Account account = accounts.lock(verified.id()).orElseThrow(this::refusal);
        if (!account.passwordHash().equals(verified.passwordHash())) {
            throw refusal();
        }
        if (account.disabled()) {
            throw ParleyException.of(IdentityError.ACCOUNT_DISABLED);
        }
        if (!upToDate.equals(account.passwordHash())) {
            accounts.replaceHash(account.id(), upToDate);
        }
        return sessions.open(account, device);
    }

    private PasswordHash upToDate(PasswordHash hash, Password password) {
        return hasher.isOutdated(hash) ? hasher.hash(password) : hash;
    }

    private Account authenticate(String login, Password password) {
        Optional<Account> account = accounts.findByLogin(login);
        if (account.isEmpty()) {
            hasher.pretend(password);
            throw refusal();
        }
        if (!hasher.matches(password, account.get().passwordHash())) {
            throw refusal();
        }
        return account.get();
    }

    private ParleyException refusal() {
        metrics.signInFailed();
        return ParleyException.of(IdentityError.BAD_CREDENTIALS);
    }
}
