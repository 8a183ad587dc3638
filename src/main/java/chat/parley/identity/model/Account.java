package chat.parley.identity.model;

import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import org.jspecify.annotations.Nullable;

/**
 * An account with what only its owner and the server may know.
 *
 * @param locale language tag of the owner's choice
 * @param disabled shut out by the people who run the server; the profile stays visible beside old messages
 */
public record Account(
        UserProfile profile, String email, @Nullable String locale, PasswordHash passwordHash, boolean disabled) {
    public UserId id() {
        return profile.id();
    }
}
