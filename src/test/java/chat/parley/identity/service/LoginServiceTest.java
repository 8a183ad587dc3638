package chat.parley.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.parley.identity.IdentityError;
import chat.parley.identity.model.Account;
import chat.parley.identity.model.Device;
import chat.parley.identity.model.Password;
import chat.parley.shared.error.ErrorCode;
import chat.parley.shared.error.ParleyException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginServiceTest {
    private final Services services = new Services();
    private final Account lin = services.accounts.put("lin", "new:secret", false);

    @Test
    void theRightPasswordOpensASession() {
        assertThat(login("lin", "secret").id()).isEqualTo(lin.id());
        assertThat(services.sessions.sessions).hasSize(1);
    }

    @Test
    void anUnknownNameCostsTheSameWorkAndGetsTheSameAnswer() {
        ParleyException wrong = refusal("lin", "guess");
        int work = services.hasher.compared;
        ParleyException unknown = refusal("nobody", "guess");
        assertThat(services.hasher.compared).isEqualTo(2 * work);
        assertThat(unknown.code()).isEqualTo(wrong.code()).isEqualTo((ErrorCode) IdentityError.BAD_CREDENTIALS);
        assertThat(unknown).hasMessage(wrong.getMessage());
    }

    @Test
    void onlyWhoKnowsThePasswordLearnsThatTheAccountIsDisabled() {
        services.accounts.put("kim", "new:secret", true);
        assertThat(refusal("kim", "secret").code()).isEqualTo((ErrorCode) IdentityError.ACCOUNT_DISABLED);
        assertThat(refusal("kim", "guess").code()).isEqualTo((ErrorCode) IdentityError.BAD_CREDENTIALS);
    }

    @Test
    void aHashWithOldParametersIsRenewed() {
        Account old = services.accounts.put("old", "old:secret", false);
        login("old", "secret");
        assertThat(services.accounts.accounts.get(old.id()).passwordHash().phc())
                .isEqualTo("new:secret");
    }

    @Test
    void aHashWithTodaysParametersIsLeftAlone() {
        login("lin", "secret");
        assertThat(services.hasher.hashed).isZero();
    }

    @Test
    void guessingIsSlowedDownForKnownAndUnknownNamesAlike() {
        for (String name : new String[] {"lin", "nobody"}) {
            for (int i = 0; i < 3; i++) {
                assertThat(refusal(name, "guess", "192.0.2." + i).code())
                        .isEqualTo((ErrorCode) IdentityError.BAD_CREDENTIALS);
            }
            ParleyException throttled = refusal(name.toUpperCase(java.util.Locale.ROOT), "guess", "192.0.2.9");
            assertThat(throttled.code()).isEqualTo((ErrorCode) IdentityError.THROTTLED);
            assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(20));
        }
    }

    @Test
    void oneAddressCannotTryManyNames() {
        for (int i = 0; i < 5; i++) {
            refusal("name" + i, "guess");
        }
        assertThat(refusal("lin", "secret").code()).isEqualTo((ErrorCode) IdentityError.THROTTLED);
        services.clock.advance(Duration.ofMinutes(1));
        assertThat(login("lin", "secret")).isEqualTo(lin);
    }

    @Test
    void signingInGivesTheAccountItsAttemptsBack() {
        for (int round = 0; round < 2; round++) {
            refusal("lin", "typo", "192.0.2." + round);
            refusal("lin", "typo", "192.0.2." + round);
            login("lin", "secret");
            services.clock.advance(Duration.ofSeconds(30));
        }
    }

    @Test
    void successAndFailureAreCounted() {
        login("lin", "secret");
        refusal("lin", "guess");
        assertThat(logins("ok")).isEqualTo(1);
        assertThat(logins("failed")).isEqualTo(1);
    }

    private double logins(String outcome) {
        return services.meters
                .counter("parley.identity.logins", "outcome", outcome)
                .count();
    }

    private Account login(String name, String password) {
        return services.login.login(command(name, password, "192.0.2.1")).account();
    }

    private ParleyException refusal(String name, String password) {
        return refusal(name, password, "192.0.2.1");
    }

    private ParleyException refusal(String name, String password, String address) {
        return catchThrowableOfType(
                ParleyException.class, () -> services.login.login(command(name, password, address)));
    }

    private static Login command(String name, String password, String address) {
        return new Login(name, new Password(password), new Device(null, address));
    }
}
