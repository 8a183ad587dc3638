package chat.parley.message.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "👍",
                "😀",
                "👍🏽",
                "❤️",
                "🇩🇪",
                "👨‍👩‍👧‍👦",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "1️⃣",
                "#️⃣",
                "🏳️‍🌈",
                "👩🏽‍💻",
                "☃️",
                "🫠",
                "🇨🇳"
            })
    void oneEmojiIsTakenAsItIs(String emoji) {
        assertThat(Emoji.of(emoji)).contains(emoji);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "1",
                "#",
                "👍👍",
                "👍 ",
                ":thumbsup:",
                "<b>",
                "\uD83D",
                "\u200D",
                "\uFE0F",
                "🇩",
                "👍\u200D",
                "\u0000",
                "好",
                "🏴󠁧󠁢",
                "👨‍👩‍👧‍👦‍👨‍👩‍👧‍👦‍👨‍👩‍👧‍👦‍👨‍👩‍👧‍👦"
            })
    void anythingElseIsRefused(String text) {
        assertThat(Emoji.of(text)).isEmpty();
    }

    @Test
    void twoSpellingsOfOneEmojiAreTheSame() {
        assertThat(Emoji.of("❤")).isEqualTo(Emoji.of("❤️"));
        assertThat(Emoji.of("👍️")).isEqualTo(Emoji.of("👍"));
        assertThat(Emoji.of("🏳‍🌈")).isEqualTo(Emoji.of("🏳️‍🌈"));
        assertThat(Emoji.of("1⃣")).isEqualTo(Emoji.of("1️⃣"));
    }
}
