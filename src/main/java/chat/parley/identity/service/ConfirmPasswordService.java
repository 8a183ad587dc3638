package chat.parley.identity.service;

import chat.parley.identity.IdentityError;
import chat.parley.identity.model.Account;
import chat.parley.identity.model.Password;
import chat.parley.identity.port.PasswordHasher;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Asks somebody who is signed in for their password again, before what only the owner of the account may do. */
@ApplicationScoped
public class ConfirmPasswordService {
    private final PasswordHasher hasher;
    private final SignInThrottle throttle;

    ConfirmPasswordService(PasswordHasher hasher, SignInThrottle throttle) {
        this.hasher = hasher;
        this.throttle = throttle;
    }

    /**
     * Lets the owner pass; slow, so not within a transaction.
     *
     * @throws ParleyException {@link IdentityError#CURRENT_PASSWORD_WRONG}, or {@link IdentityError#THROTTLED}
     */
    public void confirm(Account account, @Nullable Password current) {
        String username = account.profile().username();
        throttle.admit(username);
        if (current == null || !hasher.matches(current, account.passwordHash())) {
            throw ParleyException.onField(
                    IdentityError.CURRENT_PASSWORD_WRONG, "/currentPassword", "is missing or wrong");
        }
        throttle.succeeded(username);
    }
}
