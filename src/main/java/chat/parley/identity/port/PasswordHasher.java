package chat.parley.identity.port;

import chat.parley.identity.model.Password;
import chat.parley.identity.model.PasswordHash;

/**
 * Hashes passwords slowly, a few at a time. Every operation waits for its turn, and ends with
 * {@link chat.parley.identity.IdentityError#BUSY} when too many wait already.
 */
public interface PasswordHasher {
    PasswordHash hash(Password password);

    boolean matches(Password password, PasswordHash hash);

    /** Takes as long as {@link #matches}, so that nobody can tell by the time that there is no such account. */
    void pretend(Password password);

    /** Whether the hash was made with other parameters than today's. */
    boolean isOutdated(PasswordHash hash);
}
