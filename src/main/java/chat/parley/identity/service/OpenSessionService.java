package chat.parley.identity.service;

import chat.parley.identity.SessionId;
import chat.parley.identity.model.Account;
import chat.parley.identity.model.Device;
import chat.parley.identity.model.RefreshToken;
import chat.parley.identity.model.Session;
import chat.parley.identity.model.SignedIn;
import chat.parley.identity.port.AccessTokenCodec;
import chat.parley.identity.port.IdentityConfig;
import chat.parley.identity.port.SessionRepository;
import chat.parley.shared.id.IdGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Starts sessions and hands out their tokens, within the transaction of the use case that asks. */
@ApplicationScoped
public class OpenSessionService {
    private final SessionRepository sessions;
    private final AccessTokenCodec accessTokens;
    private final IdentityConfig config;
    private final IdGenerator ids;
    private final Clock clock;

    OpenSessionService(
            SessionRepository sessions,
            AccessTokenCodec accessTokens,
            IdentityConfig config,
            IdGenerator ids,
            Clock clock) {
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    SignedIn open(Account account, Device device) {
        Instant now = clock.instant();
        SessionId id = new SessionId(ids.next());
        Session session = Session.start(id, account.id(), now, config.refreshTokenLifetime());
        sessions.add(session, device);
        return handOut(account, session, now);
    }

    /** A new pair of tokens of the session's present generation. */
    SignedIn handOut(Account account, Session session, Instant now) {
        RefreshToken refreshToken = RefreshToken.random();
        sessions.addToken(session, refreshToken, now);
        return new SignedIn(account, accessTokens.issue(account.id(), session.id()), refreshToken);
    }
}
