package chat.parley.realtime.integration;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Text as Pitaya's JavaScript clients treat it: they write characters above U+FFFF as two surrogates of three bytes
 * each, and read their proper form of four bytes wrongly.
 */
final class PitayaText {
    private static final int FIRST_OF_FOUR_BYTES = 0xf0;
    private static final int FIRST_OF_SURROGATE = 0xed;
    private static final int SURROGATE_BYTES = 3;

    // The upper four bits of a surrogate's second byte.
    private static final int HIGH = 0xa0;
    private static final int LOW = 0xb0;

    private PitayaText() {}

    /** Reads UTF-8, and surrogates that come in pairs as the characters they stand for. */
    static String decode(byte[] text) {
        return new String(holdsSurrogates(text) ? joinPairs(text) : text, StandardCharsets.UTF_8);
    }

    private static boolean holdsSurrogates(byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if (isSurrogate(text, i, HIGH)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] joinPairs(byte[] text) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(text.length);
        int i = 0;
        while (i < text.length) {
            if (isSurrogate(text, i, HIGH) && isSurrogate(text, i + SURROGATE_BYTES, LOW)) {
                int character = Character.toCodePoint(surrogate(text, i), surrogate(text, i + SURROGATE_BYTES));
                joined.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
                i += 2 * SURROGATE_BYTES;
            } else {
                joined.write(text[i++]);
            }
        }
        return joined.toByteArray();
    }

    private static boolean isSurrogate(byte[] text, int at, int half) {
        return at + SURROGATE_BYTES <= text.length
                && Byte.toUnsignedInt(text[at]) == FIRST_OF_SURROGATE
                && (text[at + 1] & 0xf0) == half
                && (text[at + 2] & 0xc0) == 0x80;
    }

    private static char surrogate(byte[] text, int at) {
        return (char) (0xd000 | (text[at + 1] & 0x3f) << 6 | text[at + 2] & 0x3f);
    }

    /** The same JSON without characters above U+FFFF: they can only be inside of strings, where escapes may stand. */
    static byte[] escape(byte[] json) {
        if (!holdsFourBytes(json)) {
            return json;
        }
        String text = new String(json, StandardCharsets.UTF_8);
        StringBuilder escaped = new StringBuilder(text.length() + 32);
        text.chars().forEach(unit -> {
            if (Character.isSurrogate((char) unit)) {
                escaped.append("\\u").append(Integer.toHexString(unit));
            } else {
                escaped.append((char) unit);
            }
        });
        return escaped.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean holdsFourBytes(byte[] utf8) {
        for (byte unit : utf8) {
            if (Byte.toUnsignedInt(unit) >= FIRST_OF_FOUR_BYTES) {
                return true;
            }
        }
        return false;
    }
}
