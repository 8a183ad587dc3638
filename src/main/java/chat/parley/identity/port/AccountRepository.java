package chat.parley.identity.port;

import chat.parley.identity.IdentityError;
import chat.parley.identity.UserId;
import chat.parley.identity.model.Account;
import chat.parley.identity.model.AccountChange;
import chat.parley.identity.model.PasswordHash;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where accounts are kept. User names and addresses compare without regard to case. */
public interface AccountRepository {
    /**
     * Stores a new account.
     *
     * @throws chat.parley.shared.error.ParleyException {@link IdentityError#USERNAME_TAKEN} or
     *     {@link IdentityError#EMAIL_TAKEN}, also when somebody else is faster by a moment
     */
    void add(Account account);

    /**
     * Spares the work that {@link #add} would refuse.
     *
     * @throws chat.parley.shared.error.ParleyException as {@link #add} does
     */
    void requireFree(String username, String email);

    /** The account with this user name or e-mail address. */
    Optional<Account> findByLogin(String login);

    Optional<Account> find(UserId id);

    /** The account as it is now, kept from changing until the transaction ends. */
    Optional<Account> lock(UserId id);

    /**
     * Changes what is given and returns the result.
     *
     * @throws chat.parley.shared.error.ParleyException {@link IdentityError#EMAIL_TAKEN}
     */
    Account change(UserId id, AccountChange change, @Nullable PasswordHash newHash, Instant now);

    /** Replaces a hash by a better one of the same password. */
    void replaceHash(UserId id, PasswordHash hash);

    void disable(UserId id, Instant now);

    void enable(UserId id, Instant now);
}
