package chat.parley.identity.handler.rest;

import chat.parley.identity.model.RefreshToken;
import chat.parley.identity.port.IdentityConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Duration;

/** The refresh token's cookie: scripts cannot read it, other sites cannot send it, and only the API gets it. */
@ApplicationScoped
class RefreshCookie {
    static final String NAME = "parley_refresh";
    private static final String PATH = "/api";

    private final IdentityConfig config;
    private final Caller caller;

    RefreshCookie(IdentityConfig config, Caller caller) {
        this.config = config;
        this.caller = caller;
    }

    NewCookie with(RefreshToken token) {
        return cookie(token.text(), config.refreshTokenLifetime());
    }

    NewCookie cleared() {
        return cookie("", Duration.ZERO);
    }

    private NewCookie cookie(String value, Duration maxAge) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path(PATH)
                .maxAge((int) maxAge.toSeconds())
                .httpOnly(true)
                .sameSite(SameSite.STRICT)
                .secure(caller.isSecure())
                .build();
    }
}
