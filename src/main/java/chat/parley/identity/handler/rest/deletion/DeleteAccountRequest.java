package chat.parley.identity.handler.rest.deletion;

import chat.parley.identity.model.Password;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The body of {@code POST /api/deleteAccount}. */
public record DeleteAccountRequest(@NotNull @Size(max = 256) String currentPassword) {
    Password password() {
        return new Password(currentPassword);
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "DeleteAccountRequest[***]";
    }
}
