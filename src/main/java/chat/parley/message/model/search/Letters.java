package chat.parley.message.model.search;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** What a character is to the search. */
final class Letters {
    /** Written without spaces, or in syllables: one or two characters are a word. */
    private static final Set<UnicodeScript> DENSE = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** Where an accent is a matter of taste: what is typed without finds what has it. */
    private static final Set<UnicodeScript> ACCENTED = EnumSet.of(
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARABIC,
            UnicodeScript.HEBREW);

    private Letters() {}

    /** Part of a word of several letters. */
    static boolean spelling(int c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z';
        }
        return (Character.isLetterOrDigit(c) || mark(c)) && !DENSE.contains(UnicodeScript.of(c));
    }

    /** Neither a letter nor a digit: a sign, a picture. */
    static boolean sign(int c) {
        return !Character.isLetterOrDigit(c) && !mark(c);
    }

    static boolean accented(int c) {
        return ACCENTED.contains(UnicodeScript.of(c));
    }

    /** Accents, vowel points and the like, and the Arabic stroke that only stretches a word. */
    static boolean accent(int c) {
        return c >= 0x300 && c <= 0x36F
                || c >= 0x591 && c <= 0x5C7 && mark(c)
                || c >= 0x64B && c <= 0x65F
                || c == 0x670
                || c == 0x640;
    }

    /** What makes one character together with the one before it: a voiced sound mark, a vowel of Hangul. */
    static boolean joining(int c) {
        return c == 0x3099 || c == 0x309A || c >= 0x1160 && c <= 0x11FF;
    }

    /** What nobody sees: joiners, direction marks, soft hyphens, variation selectors. */
    static boolean invisible(int c) {
        return Character.getType(c) == Character.FORMAT
                || c >= 0xFE00 && c <= 0xFE0F
                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    static boolean blank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static boolean mark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
