package chat.parley.message.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be a reaction: exactly one emoji, a sequence such as a flag, a skin tone or a family included. */
public final class Emoji {
    private static final int MAX_CODE_POINTS = 16;
    private static final int EMOJI_STYLE = 0xFE0F;

    private static final String FLAG = "[\\x{1F1E6}-\\x{1F1FF}]{2}";
    private static final String KEYCAP = "[0-9#*]\\x{FE0F}?\\x{20E3}";
    // Digits are emoji to Unicode as well; only what is drawn as a picture is one here.
    private static final String PICTURE =
            "(?![\\x{1F1E6}-\\x{1F1FF}])[\\p{IsExtended_Pictographic}\\p{IsEmoji_Presentation}]"
                    + "(?:\\p{IsEmoji_Modifier}|\\x{FE0F})?(?:[\\x{E0020}-\\x{E007E}]+\\x{E007F})?";
    private static final Pattern ONE =
            Pattern.compile(FLAG + "|" + KEYCAP + "|" + PICTURE + "(?:\\x{200D}" + PICTURE + ")*");
    private static final Pattern TEXT_STYLE_PICTURE = Pattern.compile(
            "([[\\p{IsExtended_Pictographic}0-9#*]&&[^\\p{IsEmoji_Presentation}]])(?!\\p{IsEmoji_Modifier})");

    private Emoji() {}

    /** The emoji in the one spelling in which it is stored; empty if the text is anything else. */
    public static Optional<String> of(String text) {
        if (text.codePointCount(0, text.length()) > MAX_CODE_POINTS
                || !ONE.matcher(text).matches()) {
            return Optional.empty();
        }
        String plain = text.replace(Character.toString(EMOJI_STYLE), "");
        Matcher picture = TEXT_STYLE_PICTURE.matcher(plain);
        return Optional.of(picture.replaceAll("$1" + Character.toString(EMOJI_STYLE)));
    }
}
