package chat.parley.identity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.parley.identity.IdentityError;
import chat.parley.shared.error.ErrorCode;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PasswordPolicyTest {
    private final PasswordPolicy policy = new PasswordPolicy(Set.of("password1")::contains);

    @Test
    void eightCharactersAreEnoughAndSevenAreNot() {
        assertAccepted("8 chars!");
        assertRefused("7 chars", RequestError.INVALID);
    }

    @Test
    void aHundredAndTwentyEightCharactersAreTheMost() {
        assertAccepted("x".repeat(128));
        assertRefused("x".repeat(129), RequestError.INVALID);
    }

    @Test
    void charactersOutsideTheBasicPlaneCountOnce() {
        assertAccepted("🔑".repeat(8));
        assertRefused("🔑".repeat(7), RequestError.INVALID);
    }

    @Test
    void aCommonPasswordIsRefusedInAnyCase() {
        assertAccepted("password1 of mine");
        assertRefused("PassWord1", IdentityError.WEAK_PASSWORD);
    }

    @Test
    void theUserNameAndTheAddressAreNoPasswords() {
        assertRefused("Lin.The.Great", IdentityError.WEAK_PASSWORD);
        assertRefused("LIN@example.com", IdentityError.WEAK_PASSWORD);
    }

    private void assertAccepted(String password) {
        assertThatCode(() -> check(password)).doesNotThrowAnyException();
    }

    private void assertRefused(String password, ErrorCode code) {
        var refusal = catchThrowableOfType(ParleyException.class, () -> check(password));
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.fields())
                .singleElement()
                .satisfies(field -> assertThat(field.pointer()).isEqualTo("/password"));
    }

    private void check(String password) {
        policy.check(new Password(password), "lin.the.great", "lin@example.com");
    }
}
