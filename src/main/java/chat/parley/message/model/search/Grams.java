package chat.parley.message.model.search;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The short pieces a text consists of, hashed: of words every three letters in a row, and how they begin; of what is
 * written without spaces, and of signs, every one and every two characters in a row.
 */
public final class Grams {
    private static final int LENGTH = 6;
    private static final int PIECE = 3;
    private static final int BEGIN = 0;

    private Grams() {}

    /** All of a text. */
    public static Set<String> of(FoldedText text) {
        Set<String> grams = new LinkedHashSet<>();
        int[] all = text.term();
        for (int i = 0; i < all.length; ) {
            int end = endOfRun(all, all.length, i);
            if (Letters.spelling(all[i])) {
                ofWord(all, i, end, true, grams::add);
            } else if (all[i] != ' ') {
                ofDense(all, i, end, false, grams::add);
                ofDense(all, i, end, true, grams::add);
            }
            i = end;
        }
        return grams;
    }

    /** Where what begins at {@code from} ends: a word, a space, or a stretch of the others. */
    static int endOfRun(int[] text, int length, int from) {
        int end = from + 1;
        if (text[from] == ' ') {
            return end;
        }
        boolean word = Letters.spelling(text[from]);
        while (end < length && text[end] != ' ' && Letters.spelling(text[end]) == word) {
            end++;
        }
        return end;
    }

    /** @param begun whether it is known that the word begins here */
    static void ofWord(int[] text, int from, int end, boolean begun, Consumer<String> grams) {
        if (begun) {
            grams.accept(hash(BEGIN, BEGIN, text[from]));
            if (end - from > 1) {
                grams.accept(hash(BEGIN, text[from], text[from + 1]));
            }
        }
        for (int i = from; i + PIECE <= end; i++) {
            grams.accept(hash(text[i], text[i + 1], text[i + 2]));
        }
    }

    static void ofDense(int[] text, int from, int end, boolean pairs, Consumer<String> grams) {
        for (int i = from; pairs ? i + 1 < end : i < end; i++) {
            grams.accept(pairs ? hash(text[i], text[i + 1], -1) : hash(text[i], -1, -1));
        }
    }

    /** Fixed for good: what is in the database was made with it. */
    private static String hash(int a, int b, int c) {
        int h = (a * 0x9E3779B1 + b) * 0x85EBCA6B + c;
        h ^= h >>> 15;
        h *= 0x2C1B3C6D;
        h ^= h >>> 12;
        h *= 0x297A2D39;
        h ^= h >>> 15;
        String digits = Integer.toString(h & Integer.MAX_VALUE, Character.MAX_RADIX);
        return "0" + "0".repeat(LENGTH - digits.length()) + digits;
    }
}
