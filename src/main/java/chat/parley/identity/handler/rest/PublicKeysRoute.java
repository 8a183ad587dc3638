package chat.parley.identity.handler.rest;

import chat.parley.identity.service.VerifyAccessTokenService;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;

/** The public keys of access tokens, at the address where other programs look for them: outside of the API. */
class PublicKeysRoute {
    private static final String PATH = "/.well-known/jwks.json";

    private final VerifyAccessTokenService tokens;

    PublicKeysRoute(VerifyAccessTokenService tokens) {
        this.tokens = tokens;
    }

    void register(@Observes Router router) {
        router.get(PATH)
                .handler(request -> request.response()
                        .putHeader("Content-Type", "application/jwk-set+json")
                        .putHeader("Cache-Control", "public, max-age=300")
                        .end(tokens.publicKeys()));
    }
}
