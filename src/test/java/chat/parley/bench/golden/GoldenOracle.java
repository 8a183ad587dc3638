package chat.parley.bench.golden;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What must be found: by looking through everything, with other means than the server's. */
final class GoldenOracle {
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]");
    private static final Pattern SHORT =
            Pattern.compile("[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]]{1,2}");

    private final List<String> texts = new ArrayList<>();

    /** In the order in which they were said; null for what must never be found. */
    void add(String text) {
        texts.add(text == null ? null : folded(text));
    }

    /** Numbers of the messages, the latest first, at most so many. */
    List<Integer> find(String query, int limit) {
        List<Pattern> words = words(query).stream().map(GoldenOracle::pattern).toList();
        List<Integer> found = new ArrayList<>();
        for (int i = texts.size() - 1; i >= 0 && found.size() < limit; i--) {
            String text = texts.get(i);
            if (text != null
                    && words.stream().allMatch(word -> word.matcher(text).find())) {
                found.add(i);
            }
        }
        return found;
    }

    private static List<String> words(String query) {
        boolean phrase = query.startsWith("\"");
        return phrase ? List.of(query.replace("\"", "")) : List.of(query.split(" "));
    }

    private static Pattern pattern(String word) {
        String folded = folded(word);
        boolean begins = SHORT.matcher(folded).matches();
        return Pattern.compile(
                (begins ? "(?<![\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]])" : "")
                        + Pattern.quote(folded));
    }

    private static String folded(String text) {
        String low = text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
        StringBuilder plain = new StringBuilder();
        low.codePoints().forEach(c -> {
            String one = Character.toString(c);
            boolean kept = c == 'й' || c >= 0x3000 && c < 0xE000;
            plain.append(
                    kept
                            ? one
                            : ACCENTS.matcher(Normalizer.normalize(one, Form.NFD))
                                    .replaceAll(""));
        });
        return Normalizer.normalize(plain.toString().replace("ß", "ss"), Form.NFC);
    }
}
