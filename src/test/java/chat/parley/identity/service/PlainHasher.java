package chat.parley.identity.service;

import chat.parley.identity.model.Password;
import chat.parley.identity.model.PasswordHash;
import chat.parley.identity.port.PasswordHasher;

/** "Hashes" by writing a mark before the password, and counts its work. */
final class PlainHasher implements PasswordHasher {
    static final String TODAY = "new:";
    static final String OUTDATED = "old:";

    int hashed;
    int compared;

    @Override
    public PasswordHash hash(Password password) {
        hashed++;
        return new PasswordHash(TODAY + password.text());
    }

    @Override
    public boolean matches(Password password, PasswordHash hash) {
        compared++;
        return hash.phc().substring(TODAY.length()).equals(password.text());
    }

    @Override
    public void pretend(Password password) {
        compared++;
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return hash.phc().startsWith(OUTDATED);
    }
}
