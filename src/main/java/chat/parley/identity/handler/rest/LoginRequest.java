package chat.parley.identity.handler.rest;

import chat.parley.identity.model.Device;
import chat.parley.identity.model.Password;
import chat.parley.identity.service.Login;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who signs in. */
@Schema(name = "LoginRequest")
record LoginRequest(
        @Schema(description = "User name or e-mail address, in upper or lower case.")
        @NotEmpty
        @Size(max = UserRules.EMAIL_MAX)
        String login,

        @NotEmpty @Size(max = UserRules.PASSWORD_MAX) String password) {

    LoginRequest {
        login = PlainText.required(login);
    }

    Login toCommand(Device device) {
        return new Login(login, new Password(password), device);
    }
}
