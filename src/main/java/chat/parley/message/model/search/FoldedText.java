package chat.parley.message.model.search;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;

/**
 * A text as it is compared: without regard to case, accents, the width of characters and the kind of dashes and
 * quotation marks, with single spaces; and where in the original each character came from.
 */
public final class FoldedText {
    private static final int SHORT_I = 'й';
    private static final int BREVE = 0x306;

    private int[] characters;
    private int[] origins;
    private int length;

    private FoldedText(int capacity) {
        characters = new int[capacity];
        origins = new int[capacity];
    }

    public static FoldedText of(String text) {
        FoldedText folded = new FoldedText(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            folded.take(c, i);
            i += Character.charCount(c);
        }
        return folded;
    }

    private void take(int c, int origin) {
        if (c < 128) {
            takeAscii(c, origin);
        } else if (Letters.blank(c)) {
            space(origin);
        } else if (c == BREVE && length > 0 && characters[length - 1] == 'и') {
            characters[length - 1] = SHORT_I;
        } else if (!Letters.invisible(c) && !Letters.accent(c)) {
            takeForeign(c, origin);
        }
    }

    private void takeAscii(int c, int origin) {
        if (c <= ' ' || c == 127) {
            space(origin);
        } else {
            add(c >= 'A' && c <= 'Z' ? c + 32 : c, origin);
        }
    }

    private void takeForeign(int c, int origin) {
        int low = Character.toLowerCase(Character.toUpperCase(c));
        if (low == SHORT_I) {
            add(SHORT_I, origin);
            return;
        }
        Form form = Letters.accented(c) ? Form.NFKD : Form.NFKC;
        Normalizer.normalize(Character.toString(low), form).codePoints().forEach(part -> takePart(part, origin));
    }

    private void takePart(int c, int origin) {
        if (Letters.accent(c) || Letters.invisible(c) || Letters.joining(c) && join(c)) {
            return;
        }
        if (Letters.blank(c)) {
            space(origin);
            return;
        }
        switch (c) {
            case 'ß', 'ẞ' -> {
                add('s', origin);
                add('s', origin);
            }
            case '‐', '‑', '‒', '–', '—', '―', '−' -> add('-', origin);
            case '‘', '’', 'ʼ' -> add('\'', origin);
            case '“', '”', '„', '«', '»' -> add('"', origin);
            default -> add(Character.toLowerCase(Character.toUpperCase(c)), origin);
        }
    }

    private boolean join(int c) {
        if (length == 0) {
            return false;
        }
        String pair = Character.toString(characters[length - 1]) + Character.toString(c);
        String joined = Normalizer.normalize(pair, Form.NFC);
        boolean one = joined.codePointCount(0, joined.length()) == 1;
        if (one) {
            characters[length - 1] = joined.codePointAt(0);
        }
        return one;
    }

    private void space(int origin) {
        if (length > 0 && characters[length - 1] != ' ') {
            add(' ', origin);
        }
    }

    private void add(int c, int origin) {
        if (length == characters.length) {
            characters = Arrays.copyOf(characters, length * 2);
            origins = Arrays.copyOf(origins, length * 2);
        }
        characters[length] = c;
        origins[length++] = origin;
    }

    int length() {
        return length;
    }

    int at(int i) {
        return characters[i];
    }

    boolean hasAt(int from, int[] term) {
        return Arrays.equals(characters, from, from + term.length, term, 0, term.length);
    }

    /** Where in the original text the character began. */
    int origin(int i) {
        return origins[i];
    }

    /** The same, without a space at its end. */
    int[] term() {
        int end = length > 0 && characters[length - 1] == ' ' ? length - 1 : length;
        return Arrays.copyOf(characters, end);
    }
}
