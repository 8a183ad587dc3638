package chat.parley.identity.model;

import java.text.Normalizer;

/**
 * A password as somebody typed it, in the one Unicode form (NFC) in which it is hashed: keyboards differ in whether an
 * accented letter is one code point or two.
 */
public record Password(String text) {
    public Password {
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    public int length() {
        return text.codePointCount(0, text.length());
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "Password[***]";
    }
}
