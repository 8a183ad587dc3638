package chat.parley.identity.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import chat.parley.identity.model.Password;
import chat.parley.identity.model.PasswordHash;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Argon2HashTest {
    private static final byte[] SALT = "somesalt".getBytes(StandardCharsets.US_ASCII);

    /** From the tests of the reference implementation: another program must be able to check our hashes. */
    @Test
    void theHashIsThatOfTheReferenceImplementation() {
        var hash = Argon2Hash.of(new Password("password"), new Argon2Cost(65536, 2, 1), SALT);
        assertThat(hash.format().phc())
                .isEqualTo("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");
    }

    @Test
    void aParsedHashMatchesItsPasswordOnly() {
        PasswordHash stored = Argon2Hash.of(new Password("open sesame"), new Argon2Cost(64, 1, 1), SALT)
                .format();
        assertThat(Argon2Hash.parse(stored).matches(new Password("open sesame")))
                .isTrue();
        assertThat(Argon2Hash.parse(stored).matches(new Password("Open sesame")))
                .isFalse();
    }

    @Test
    void theParametersAreReadFromTheHash() {
        var stored = new PasswordHash("$argon2id$v=19$m=64,t=3,p=2$c29tZXNhbHQ$YWJjZGVmZ2g");
        assertThat(Argon2Hash.parse(stored).cost()).isEqualTo(new Argon2Cost(64, 3, 2));
    }

    @Test
    void whatIsNoHashIsAFaultAndNotAWrongPassword() {
        assertThatIllegalStateException().isThrownBy(() -> Argon2Hash.parse(new PasswordHash("plain")));
    }
}
