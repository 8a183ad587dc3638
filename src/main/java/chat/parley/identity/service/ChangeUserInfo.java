package chat.parley.identity.service;

import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;
import chat.parley.identity.model.AccountChange;
import chat.parley.identity.model.Password;
import org.jspecify.annotations.Nullable;

/**
 * Change one's own account.
 *
 * @param session the one that asks; it survives a change of the password
 * @param change everything but the password
 * @param newPassword null leaves it
 * @param currentPassword needed for a new e-mail address or password
 */
public record ChangeUserInfo(
        UserId user,
        SessionId session,
        AccountChange change,
        @Nullable Password newPassword,
        @Nullable Password currentPassword) {
    boolean needsCurrentPassword() {
        return newPassword != null || change.email() != null;
    }
}
