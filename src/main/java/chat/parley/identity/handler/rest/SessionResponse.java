package chat.parley.identity.handler.rest;

import chat.parley.identity.model.SignedIn;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The proof of being signed in; the refresh token travels in its cookie. */
@Schema(name = "Session")
record SessionResponse(
        @Schema(description = "To be sent as \"Authorization: Bearer <accessToken>\".")
        String accessToken,

        @Schema(description = "When the access token ends; get another one before with POST /api/token.")
        Instant expiresAt,

        UserInfoResponse user) {

    static SessionResponse from(SignedIn signedIn) {
        var token = signedIn.accessToken();
        return new SessionResponse(token.text(), token.expiresAt(), UserInfoResponse.from(signedIn.account()));
    }
}
