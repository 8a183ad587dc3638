package chat.parley.identity.handler.rest;

import chat.parley.identity.SessionId;
import chat.parley.identity.model.AccessToken;
import chat.parley.identity.model.Liveness;
import chat.parley.identity.service.CheckSessionService;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Refuses good tokens of sessions that have ended; leaves the event loop only when the database must be asked. */
@ApplicationScoped
class SessionIdentityAugmentor implements SecurityIdentityAugmentor {
    private final CheckSessionService sessions;

    SessionIdentityAugmentor(CheckSessionService sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        SessionId session = SessionId.parse(token.getClaim(AccessToken.SESSION_CLAIM));
        if (sessions.known(session) == Liveness.ALIVE) {
            return Uni.createFrom().item(identity);
        }
        return context.runBlocking(() -> {
            sessions.requireAlive(session);
            return identity;
        });
    }
}
