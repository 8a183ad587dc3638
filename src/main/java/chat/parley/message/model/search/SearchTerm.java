package chat.parley.message.model.search;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One thing to look for, folded. It is found anywhere, also within words; one or two letters of an alphabet only where a
 * word begins, as they are within nearly every text.
 */
record SearchTerm(String folded, boolean beginsWord) {
    private static final int SHORT = 2;

    /** What is found of it, in folded characters. */
    @FunctionalInterface
    interface Found {
        void at(int from, int to);
    }

    static SearchTerm of(int[] folded) {
        boolean shortWord = folded.length <= SHORT && Arrays.stream(folded).allMatch(Letters::spelling);
        return new SearchTerm(new String(folded, 0, folded.length), shortWord);
    }

    boolean isIn(FoldedText text) {
        boolean[] found = {false};
        find(text, (from, to) -> found[0] = true);
        return found[0];
    }

    void find(FoldedText text, Found found) {
        int[] term = folded.codePoints().toArray();
        int size = term.length;
        for (int i = 0; i + size <= text.length(); i++) {
            if (text.hasAt(i, term) && (!beginsWord || i == 0 || !Letters.spelling(text.at(i - 1)))) {
                found.at(i, i + size);
                i += size - 1;
            }
        }
    }

    /** Pieces that every text with this term has. */
    Set<String> grams() {
        int[] term = folded.codePoints().toArray();
        Set<String> words = new LinkedHashSet<>();
        Set<String> signs = new LinkedHashSet<>();
        for (int i = 0; i < term.length; ) {
            int end = Grams.endOfRun(term, term.length, i);
            if (Letters.spelling(term[i])) {
                Grams.ofWord(term, i, end, beginsWord || i > 0, words::add);
            } else if (term[i] != ' ') {
                boolean onlySigns = Arrays.stream(term, i, end).allMatch(Letters::sign);
                Grams.ofDense(term, i, end, end - i > 1, onlySigns ? signs::add : words::add);
            }
            i = end;
        }
        // A full stop is nearly everywhere: signs are looked for only where there is nothing else.
        return words.isEmpty() ? signs : words;
    }
}
