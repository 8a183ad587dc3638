package chat.parley.identity.handler.rest;

import chat.parley.identity.model.Device;
import chat.parley.identity.model.Password;
import chat.parley.identity.service.Register;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new account. */
@Schema(name = "RegisterRequest")
record RegisterRequest(
        @Schema(description = "2 to 32 letters, digits, dots, underscores and hyphens of any script; for good.")
        @NotNull
        @Pattern(regexp = UserRules.USERNAME, message = UserRules.USERNAME_MESSAGE)
        String username,

        @Schema(description = "Shown to nobody else.")
        @NotNull
        @Size(max = UserRules.EMAIL_MAX)
        @Pattern(regexp = UserRules.EMAIL, message = UserRules.EMAIL_MESSAGE)
        String email,

        @Schema(description = "8 to 128 characters, and not one that everybody tries first.")
        @NotNull
        @Size(max = UserRules.PASSWORD_MAX)
        String password,

        @Schema(description = "At most 64 characters; the user name if absent.")
        @Pattern(regexp = UserRules.OPTIONAL_LINE_64, message = UserRules.LINE_64_MESSAGE)
        @Nullable
        String displayName) {

    RegisterRequest {
        username = PlainText.required(username);
        email = PlainText.required(email);
        displayName = PlainText.optional(displayName);
    }

    Register toCommand(Device device) {
        String shown = displayName == null || displayName.isEmpty() ? username : displayName;
        return new Register(username, email, new Password(password), shown, device);
    }
}
