package chat.parley.identity;

import chat.parley.shared.error.ErrorCode;
import chat.parley.shared.error.ErrorKind;

/** What can go wrong with accounts and sessions. */
public enum IdentityError implements ErrorCode {
    // One text for an unknown user and a wrong password, so that nobody can find out who has an account.
    BAD_CREDENTIALS("identity.bad_credentials", ErrorKind.UNAUTHENTICATED, "The name or the password is wrong."),
    USERNAME_TAKEN(
            "identity.username_taken", ErrorKind.CONFLICT, "Somebody has this user name already; choose another."),
    EMAIL_TAKEN(
            "identity.email_taken",
            ErrorKind.CONFLICT,
            "There is an account with this e-mail address; sign in instead."),
    WEAK_PASSWORD("identity.weak_password", ErrorKind.INVALID, "This password is too easy to guess; choose another."),
    CURRENT_PASSWORD_WRONG(
            "identity.current_password_wrong", ErrorKind.FORBIDDEN, "The current password is missing or wrong."),
    SESSION_REVOKED("identity.session_revoked", ErrorKind.UNAUTHENTICATED, "This session has ended; sign in again."),
    TOKEN_INVALID(
            "identity.token_invalid",
            ErrorKind.UNAUTHENTICATED,
            "The refresh token is missing, unknown or expired; sign in."),
    TOKEN_REUSED(
            "identity.token_reused",
            ErrorKind.UNAUTHENTICATED,
            "This refresh token was used before, so the session was ended for safety; sign in again."),
    ACCOUNT_DISABLED(
            "identity.account_disabled",
            ErrorKind.FORBIDDEN,
            "This account is disabled; ask the people who run the server."),
    THROTTLED("identity.throttled", ErrorKind.RATE_LIMITED, "Too many attempts; wait before the next one."),
    BUSY(
            "identity.busy",
            ErrorKind.UNAVAILABLE,
            "Too many people are signing in at this moment; try again in a few seconds."),
    ADMINS_ONLY("identity.admins_only", ErrorKind.FORBIDDEN, "Only admins of the server may do this."),
    DISABLE_SELF("identity.disable_self", ErrorKind.INVALID, "You cannot do this to your own account."),
    SESSION_NOT_FOUND("identity.session_not_found", ErrorKind.NOT_FOUND, "You have no such session, or it is over."),
    USER_NOT_FOUND("identity.user_not_found", ErrorKind.NOT_FOUND, "There is no such user.");

    private final String code;
    private final ErrorKind kind;
    private final String message;

    IdentityError(String code, ErrorKind kind, String message) {
        this.code = code;
        this.kind = kind;
        this.message = message;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }

    @Override
    public String message() {
        return message;
    }
}
