package chat.parley.identity.port;

import chat.parley.identity.UserId;
import chat.parley.identity.model.PasswordHash;
import java.time.Instant;
import java.util.List;

/** Takes everything personal out of accounts whose owners want them gone. */
public interface AccountEraser {
    /**
     * Erases the account, which is locked in this transaction: what is left names nobody, and nobody can sign in to it.
     *
     * @param hash of a password that nobody knows
     */
    void erase(UserId user, PasswordHash hash, Instant now);

    /** Removes every session with its tokens and what is known of its device. */
    void eraseSessions(UserId user);

    /** Erased accounts of which other features have not settled everything yet. */
    List<UserId> departing(int limit);

    void departed(UserId user, Instant now);
}
