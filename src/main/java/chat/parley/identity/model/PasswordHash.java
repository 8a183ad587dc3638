package chat.parley.identity.model;

/**
 * A stored password in PHC string format, which carries its own parameters and salt.
 *
 * @param phc for example {@code $argon2id$v=19$m=19456,t=2,p=1$...$...}
 */
public record PasswordHash(String phc) {
    /** Keeps the hash out of logs. */
    @Override
    public String toString() {
        return "PasswordHash[***]";
    }
}
