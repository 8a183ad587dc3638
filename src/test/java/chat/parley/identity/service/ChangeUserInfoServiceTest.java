package chat.parley.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.parley.identity.IdentityError;
import chat.parley.identity.SessionId;
import chat.parley.identity.SessionRevoked;
import chat.parley.identity.model.Account;
import chat.parley.identity.model.AccountChange;
import chat.parley.identity.model.Device;
import chat.parley.identity.model.Password;
import chat.parley.shared.error.ErrorCode;
import chat.parley.shared.error.ParleyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeUserInfoServiceTest {
    private static final AccountChange NOTHING =
            new AccountChange(null, null, null, null, null, null, null, null, null);
    private static final AccountChange EMAIL =
            new AccountChange(null, null, null, null, null, null, "b@example.com", null, null);

    private final Services services = new Services();
    private final Account lin = services.accounts.put("lin", "new:secret", false);
    private final SessionId here = openSession();
    private final SessionId elsewhere = openSession();

    @Test
    void aNewPasswordEndsTheOtherSessionsAndKeepsThisOne() {
        services.changes.change(command(NOTHING, "better secret", "secret"));
        assertThat(services.revoked.fired()).containsExactly(new SessionRevoked(lin.id(), elsewhere));
        assertThat(services.sessions.sessions.get(here).revokedAt()).isNull();
        assertThat(services.accounts.accounts.get(lin.id()).passwordHash().phc())
                .isEqualTo("new:better secret");
    }

    @Test
    void aNewAddressNeedsTheCurrentPassword() {
        assertRefused(command(EMAIL, null, null));
        assertRefused(command(EMAIL, null, "guess"));
        services.changes.change(command(EMAIL, null, "secret"));
    }

    @Test
    void aNewPasswordNeedsTheCurrentOne() {
        assertRefused(command(NOTHING, "better secret", null));
        assertThat(services.accounts.accounts.get(lin.id()).passwordHash().phc())
                .isEqualTo("new:secret");
        assertThat(services.revoked.fired()).isEmpty();
    }

    @Test
    void theProfileNeedsNoPassword() {
        services.changes.change(command(NOTHING, null, null));
        assertThat(services.hasher.compared).isZero();
    }

    @Test
    void theCurrentPasswordCannotBeGuessed() {
        for (int i = 0; i < 3; i++) {
            assertRefused(command(EMAIL, null, "guess"));
        }
        var throttled = catchThrowableOfType(
                ParleyException.class, () -> services.changes.change(command(EMAIL, null, "secret")));
        assertThat(throttled.code()).isEqualTo((ErrorCode) IdentityError.THROTTLED);
    }

    private void assertRefused(ChangeUserInfo command) {
        var refusal = catchThrowableOfType(ParleyException.class, () -> services.changes.change(command));
        assertThat(refusal.code()).isEqualTo((ErrorCode) IdentityError.CURRENT_PASSWORD_WRONG);
    }

    private ChangeUserInfo command(AccountChange change, @Nullable String password, @Nullable String current) {
        return new ChangeUserInfo(
                lin.id(),
                here,
                change,
                password == null ? null : new Password(password),
                current == null ? null : new Password(current));
    }

    private SessionId openSession() {
        services.opening.open(lin, new Device(null, "192.0.2.1"));
        return services.sessions.sessions.keySet().stream()
                .max(SessionId::compareTo)
                .orElseThrow();
    }
}
