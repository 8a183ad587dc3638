package chat.parley.identity.model;

import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import org.jspecify.annotations.Nullable;

/**
 * An account with what only its owner and the server may know.
 *
 * @param locale language tag of the owner's choice
 * @param disabled shut out by the people who run the server; the profile stays visible beside old messages
 * @param hideLastSeen nobody is told when the owner was here last, and nothing is kept of it
 */
public record Account(
        UserProfile profile,
        String email,
        @Nullable String locale,
        PasswordHash passwordHash,
        boolean disabled,
        boolean hideLastSeen) {
    public UserId id() {
        return profile.id();
    }
}
