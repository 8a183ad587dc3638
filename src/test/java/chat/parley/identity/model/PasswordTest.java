package chat.parley.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordTest {
    @Test
    void bothWaysToTypeAnAccentedLetterAreTheSamePassword() {
        assertThat(new Password("cafe\u0301 noir")).isEqualTo(new Password("caf\u00e9 noir"));
    }

    @Test
    void secretsDoNotShowInText() {
        assertThat(new Password("open sesame").toString()).doesNotContain("sesame");
        assertThat(new PasswordHash("$argon2id$secret").toString()).doesNotContain("secret");
        assertThat(new RefreshToken("secret").toString()).doesNotContain("secret");
    }
}
