package chat.parley.identity.integration;

import chat.parley.identity.AccessGrant;
import chat.parley.identity.CurrentUser;
import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller as Quarkus authenticated it. */
@RequestScoped
class SecurityIdentityCurrentUser implements CurrentUser {
    private final SecurityIdentity identity;

    SecurityIdentityCurrentUser(SecurityIdentity identity) {
        this.identity = identity;
    }

    @Override
    public UserId id() {
        return grant().userId();
    }

    @Override
    public SessionId sessionId() {
        return grant().sessionId();
    }

    private AccessGrant grant() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return JwtAccessTokenCodec.grant(token);
        }
        throw ParleyException.of(RequestError.UNAUTHENTICATED);
    }
}
