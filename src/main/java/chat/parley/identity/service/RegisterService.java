package chat.parley.identity.service;

import chat.parley.identity.Permission;
import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import chat.parley.identity.model.Account;
import chat.parley.identity.model.Device;
import chat.parley.identity.model.PasswordHash;
import chat.parley.identity.model.SignedIn;
import chat.parley.identity.port.AccountRepository;
import chat.parley.shared.id.IdGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Makes accounts. */
@ApplicationScoped
public class RegisterService {
    private final AccountRepository accounts;
    private final ChoosePasswordService passwords;
    private final OpenSessionService sessions;
    private final SignInThrottle throttle;
    private final SignInMetrics metrics;
    private final IdGenerator ids;
    private final Clock clock;

    RegisterService(
            AccountRepository accounts,
            ChoosePasswordService passwords,
            OpenSessionService sessions,
            SignInThrottle throttle,
            SignInMetrics metrics,
            IdGenerator ids,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.metrics = metrics;
        this.ids = ids;
        this.clock = clock;
    }

    /** Stores the account and signs its owner in. The slow hash is made before the transaction begins. */
    public SignedIn register(Register command) {
        throttle.admitRegistration(command.device());
        accounts.requireFree(command.username(), command.email());
        PasswordHash hash = passwords.choose(command.password(), command.username(), command.email());
        SignedIn signedIn = store(account(command, hash), command.device());
        metrics.registered();
        return signedIn;
    }

    @Transactional
    SignedIn store(Account account, Device device) {
        accounts.add(account);
        return sessions.open(account, device);
    }

    private Account account(Register command, PasswordHash hash) {
        var profile = new UserProfile(
                new UserId(ids.next()),
                command.username(),
                command.displayName(),
                null,
                null,
                null,
                null,
                Permission.USER,
                null,
                clock.instant());
        return new Account(profile, command.email(), null, hash, false, false);
    }
}
