package chat.parley.message.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.message.MessageError;
import chat.parley.shared.error.ErrorCode;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import org.junit.jupiter.api.Test;

class TextPolicyTest {
    private final TextPolicy policy = new TextPolicy(5);

    @Test
    void charactersOutsideTheBasicPlaneCountOnce() {
        assertThat(policy.accept("😀😀😀😀😀")).isEqualTo("😀😀😀😀😀");
        refused("😀😀😀😀😀😀", MessageError.TOO_LONG);
    }

    @Test
    void blankTextIsRefused() {
        refused("", MessageError.EMPTY);
        refused(" \n\t", MessageError.EMPTY);
    }

    @Test
    void lineEndsBecomeLineFeedsAndTheRestStays() {
        assertThat(policy.accept("a\r\nb\rc")).isEqualTo("a\nb\nc");
        assertThat(policy.accept(" a ")).isEqualTo(" a ");
    }

    @Test
    void whatIsNotUnicodeIsRefused() {
        refused("a\ud83d", RequestError.INVALID);
        refused("\ude00", RequestError.INVALID);
        refused("a\u0000b", RequestError.INVALID);
    }

    private void refused(String text, ErrorCode code) {
        assertThatThrownBy(() -> policy.accept(text))
                .isInstanceOfSatisfying(
                        ParleyException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
