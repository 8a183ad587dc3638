package chat.parley.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.parley.identity.IdentityError;
import chat.parley.identity.SessionRevoked;
import chat.parley.identity.model.Account;
import chat.parley.identity.model.Device;
import chat.parley.identity.model.RefreshToken;
import chat.parley.identity.model.Session;
import chat.parley.identity.model.SignedIn;
import chat.parley.shared.error.ErrorCode;
import chat.parley.shared.error.ParleyException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RotateTokenServiceTest {
    private static final Duration BEYOND_GRACE = Duration.ofSeconds(11);

    private final Services services = new Services();
    private final Account lin = services.accounts.put("lin", "new:secret", false);
    private final RefreshToken first =
            services.opening.open(lin, new Device(null, "192.0.2.1")).refreshToken();

    @Test
    void eachTokenLeadsToTheNext() {
        RefreshToken second = rotate(first);
        services.clock.advance(Duration.ofMinutes(15));
        RefreshToken third = rotate(second);
        assertThat(third).isNotEqualTo(second).isNotEqualTo(first);
        assertThat(session().generation()).isEqualTo(3);
    }

    @Test
    void aTokenWhoseAnswerGotLostMayComeAgain() {
        rotate(first);
        RefreshToken repeated = rotate(first);
        services.clock.advance(Duration.ofMinutes(15));
        assertThat(rotate(repeated)).isNotNull();
        assertThat(services.revoked.fired()).isEmpty();
    }

    @Test
    void repeatingDoesNotProlongTheGrace() {
        rotate(first);
        services.clock.advance(Duration.ofSeconds(6));
        rotate(first);
        services.clock.advance(Duration.ofSeconds(6));
        assertRefused(first, IdentityError.TOKEN_REUSED);
    }

    @Test
    void aTokenThatComesBackLateEndsItsSession() {
        RefreshToken second = rotate(first);
        services.clock.advance(BEYOND_GRACE);
        assertRefused(first, IdentityError.TOKEN_REUSED);
        assertThat(services.revoked.fired())
                .containsExactly(new SessionRevoked(lin.id(), session().id()));
        assertRefused(second, IdentityError.SESSION_REVOKED);
    }

    @Test
    void aThiefWhoUsedTheGraceIsFoundOutWhenBothGoOn() {
        RefreshToken owners = rotate(first);
        RefreshToken thiefs = rotate(first);
        services.clock.advance(Duration.ofMinutes(15));
        rotate(thiefs);
        services.clock.advance(BEYOND_GRACE);
        assertRefused(owners, IdentityError.TOKEN_REUSED);
        assertThat(services.revoked.fired()).hasSize(1);
    }

    @Test
    void oneSessionEndsAndTheOtherGoesOn() {
        RefreshToken other =
                services.opening.open(lin, new Device(null, "192.0.2.2")).refreshToken();
        rotate(first);
        services.clock.advance(BEYOND_GRACE);
        assertRefused(first, IdentityError.TOKEN_REUSED);
        assertThat(rotate(other)).isNotNull();
    }

    @Test
    void aSessionThatWasNotUsedForItsLifetimeIsOver() {
        services.clock.advance(Duration.ofDays(30));
        assertRefused(first, IdentityError.TOKEN_INVALID);
    }

    @Test
    void anUnknownTokenIsRefused() {
        assertRefused(RefreshToken.random(), IdentityError.TOKEN_INVALID);
    }

    @Test
    void aDisabledAccountGetsNoNewTokens() {
        Account disabled = services.accounts.put("kim", "new:secret", true);
        RefreshToken token =
                services.opening.open(disabled, new Device(null, "192.0.2.1")).refreshToken();
        assertRefused(token, IdentityError.ACCOUNT_DISABLED);
    }

    private RefreshToken rotate(RefreshToken token) {
        SignedIn signedIn = services.rotation.rotate(token);
        assertThat(signedIn.account()).isEqualTo(lin);
        return signedIn.refreshToken();
    }

    private void assertRefused(RefreshToken token, ErrorCode code) {
        var refusal = catchThrowableOfType(ParleyException.class, () -> services.rotation.rotate(token));
        assertThat(refusal.code()).isEqualTo(code);
    }

    private Session session() {
        return services.sessions.sessions.values().iterator().next();
    }
}
