package chat.parley.identity.service;

import chat.parley.identity.AccessGrant;
import chat.parley.identity.SessionId;
import chat.parley.identity.SessionRevoked;
import chat.parley.identity.TestIdentityConfig;
import chat.parley.identity.UserId;
import chat.parley.identity.model.AccessToken;
import chat.parley.identity.port.AccessTokenCodec;
import chat.parley.testing.RecordedEvents;
import chat.parley.testing.SteppingClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** The services of the feature, put together with fakes for all their ports. */
final class Services {
    final SteppingClock clock = new SteppingClock();
    final TestIdentityConfig config = new TestIdentityConfig();
    final InMemoryAccounts accounts = new InMemoryAccounts();
    final InMemorySessions sessions = new InMemorySessions();
    final PlainHasher hasher = new PlainHasher();
    final RecordedEvents<SessionRevoked> revoked = new RecordedEvents<>();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private final SignInMetrics metrics = new SignInMetrics(meters);
    private final AtomicLong ids = new AtomicLong(100);

    final SignInThrottle throttle = new SignInThrottle(config, clock);
    final OpenSessionService opening =
            new OpenSessionService(sessions, new NumberedTokens(), config, ids::incrementAndGet, clock);
    final LoginService login = new LoginService(accounts, hasher, opening, throttle, metrics);
    final RotateTokenService rotation =
            new RotateTokenService(sessions, accounts, opening, revoked, metrics, config, clock);
    final ChangeUserInfoService changes = new ChangeUserInfoService(
            accounts,
            new ConfirmPasswordService(hasher, throttle),
            new ChoosePasswordService(p -> false, hasher),
            sessions,
            revoked,
            new RecordedEvents<>(),
            clock);
    final CheckSessionService checks = new CheckSessionService(sessions, config, clock);

    private final class NumberedTokens implements AccessTokenCodec {
        @Override
        public AccessToken issue(UserId user, SessionId session) {
            return new AccessToken(user + "/" + session, clock.instant().plus(config.accessTokenLifetime()));
        }

        @Override
        public AccessGrant read(String token) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String publicKeys() {
            throw new UnsupportedOperationException();
        }
    }
}
