package chat.parley.identity.model;

import chat.parley.identity.IdentityError;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import java.util.Locale;
import java.util.function.Predicate;

/** Which passwords an account may have: long enough and not the first that an attacker tries. */
public final class PasswordPolicy {
    public static final int MIN_LENGTH = 8;
    public static final int MAX_LENGTH = 128;
    private static final String POINTER = "/password";

    private final Predicate<String> common;

    /** @param common whether a password, in lower case, is among the commonest */
    public PasswordPolicy(Predicate<String> common) {
        this.common = common;
    }

    /**
     * Lets a good password pass.
     *
     * @throws ParleyException {@code request.invalid} for its length, {@link IdentityError#WEAK_PASSWORD} for a guess
     */
    public void check(Password password, String username, String email) {
        int length = password.length();
        if (length < MIN_LENGTH || length > MAX_LENGTH) {
            throw ParleyException.onField(
                    RequestError.INVALID, POINTER, "must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
        }
        String plain = password.text().toLowerCase(Locale.ROOT);
        if (common.test(plain)) {
            throw weak("is among the most common passwords");
        }
        if (plain.equals(username.toLowerCase(Locale.ROOT)) || plain.equals(email.toLowerCase(Locale.ROOT))) {
            throw weak("must not be the user name or the e-mail address");
        }
    }

    private static ParleyException weak(String detail) {
        return ParleyException.onField(IdentityError.WEAK_PASSWORD, POINTER, detail);
    }
}
