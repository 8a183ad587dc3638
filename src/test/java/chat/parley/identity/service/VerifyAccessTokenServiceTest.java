package chat.parley.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.identity.AccessGrant;
import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;
import chat.parley.identity.model.AccessToken;
import chat.parley.identity.model.Device;
import chat.parley.identity.model.Session;
import chat.parley.identity.port.AccessTokenCodec;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifyAccessTokenServiceTest {
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private static final SessionId SESSION = new SessionId(7);
    private static final UserId USER = new UserId(1);

    private final Services services = new Services();
    private final CountingCodec codec = new CountingCodec();
    private final VerifyAccessTokenService service =
            new VerifyAccessTokenService(codec, services.checks, services.clock);

    @BeforeEach
    void openSession() {
        var session = Session.start(SESSION, USER, services.clock.instant(), Duration.ofDays(30));
        services.sessions.add(session, new Device(null, "192.0.2.1"));
    }

    @Test
    void aSignatureIsCheckedOnce() {
        assertThat(service.verify("good")).isEqualTo(service.verify("good"));
        assertThat(codec.reads).isEqualTo(1);
    }

    @Test
    void aRememberedTokenEndsWhenItEnds() {
        service.verify("good");
        services.clock.advance(LIFETIME);
        assertThatThrownBy(() -> service.verify("good")).isInstanceOf(ParleyException.class);
    }

    @Test
    void aRememberedTokenOfAnEndedSessionIsRefused() {
        AccessGrant grant = service.verify("good");
        services.checks.ended(grant.sessionId());
        assertThatThrownBy(() -> service.verify("good")).isInstanceOf(ParleyException.class);
    }

    @Test
    void aRefusedTokenIsCheckedEachTime() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> service.verify("forged")).isInstanceOf(ParleyException.class);
        }
        assertThat(codec.reads).isEqualTo(2);
    }

    private final class CountingCodec implements AccessTokenCodec {
        private final AccessGrant grant =
                new AccessGrant(USER, SESSION, services.clock.instant().plus(LIFETIME));
        private int reads;

        @Override
        public AccessGrant read(String token) {
            reads++;
            if (!token.equals("good") || !services.clock.instant().isBefore(grant.expiresAt())) {
                throw ParleyException.of(RequestError.UNAUTHENTICATED);
            }
            return grant;
        }

        @Override
        public AccessToken issue(UserId user, SessionId session) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String publicKeys() {
            throw new UnsupportedOperationException();
        }
    }
}
