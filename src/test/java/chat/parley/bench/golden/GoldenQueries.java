package chat.parley.bench.golden;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Two hundred questions: 25 in each script, taken from what was said, and some that nothing answers. */
final class GoldenQueries {
    private static final int OF_A_SCRIPT = 25;

    private GoldenQueries() {}

    static List<String> all(GoldenTexts texts, int messages) {
        Set<String> queries = new LinkedHashSet<>();
        Random chance = new Random(7);
        for (Script script : Script.values()) {
            int wanted = queries.size() + OF_A_SCRIPT;
            for (int kind = 0; queries.size() < wanted; kind++) {
                String query = query(texts, script, messages, kind, chance);
                if (!query.isBlank()) {
                    queries.add(query);
                }
            }
        }
        return List.copyOf(queries);
    }

    private static String query(GoldenTexts texts, Script script, int messages, int kind, Random chance) {
        int message = chance.nextInt(messages / 8) * 8 + script.ordinal();
        String text = texts.text(message);
        String word = texts.word(script, chance);
        return switch (kind % 13) {
            case 0, 1 -> word;
            case 2 -> Script.capital(word).toUpperCase(Locale.ROOT);
            case 3 -> stretch(text, 1 + chance.nextInt(2), chance);
            case 4 -> stretch(text, 3, chance);
            case 5 -> stretch(text, 5, chance);
            case 6 -> word + " " + texts.word(script, chance);
            case 7 -> "\"" + text.replaceAll("[?!.,]$", "") + "\"";
            case 8 -> texts.address(chance);
            case 9 -> texts.dashed(script, chance);
            case 10 -> lastWord(text);
            case 11 -> texts.address(chance).substring(3, 14);
            default -> word.repeat(2) + "x";
        };
    }

    private static String stretch(String text, int length, Random chance) {
        int[] all = text.codePoints().toArray();
        int from = chance.nextInt(Math.max(1, all.length - length));
        String part = new String(all, from, Math.min(length, all.length - from)).strip();
        return part.replace("\"", "");
    }

    private static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }
}
