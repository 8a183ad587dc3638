package chat.parley.bench.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Messages in eight scripts, the same ones for the same number: made of words that are common or rare as in life. */
final class GoldenTexts {
    private static final long SEED = 20_261_123;
    private static final int WORDS = 4_000;
    private static final int LONGEST = 12;

    private final List<String[]> vocabularies = new ArrayList<>();
    private final String[] names;

    GoldenTexts() {
        Random chance = new Random(SEED);
        for (Script script : Script.values()) {
            vocabularies.add(script.words(WORDS, chance));
        }
        names = Script.LATIN.words(500, new Random(SEED + 1));
    }

    static Script script(int message) {
        return Script.values()[message % Script.values().length];
    }

    String text(int message) {
        Random chance = chance(message);
        Script script = script(message);
        int count = 3 + chance.nextInt(LONGEST - 2);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                text.append(script.space());
            }
            String word = word(script, chance);
            text.append(i == 0 ? Script.capital(word) : word);
        }
        int extra = chance.nextInt(20);
        if (extra == 0) {
            text.append(' ').append(address(chance));
        } else if (extra == 1) {
            text.append(' ').append(dashed(script, chance));
        } else if (extra < 6) {
            text.append("?!.,".charAt(extra - 2));
        }
        return text.toString();
    }

    /** Few words make up most of what is said. */
    String word(Script script, Random chance) {
        return vocabularies.get(script.ordinal())[(int) (WORDS * Math.pow(chance.nextDouble(), 2.2))];
    }

    String address(Random chance) {
        return plain(names[chance.nextInt(names.length)]) + "." + plain(names[chance.nextInt(names.length)])
                + "@example" + chance.nextInt(50) + ".org";
    }

    String dashed(Script script, Random chance) {
        return word(script, chance) + "-" + word(script, chance) + "-" + chance.nextInt(1000);
    }

    private static String plain(String name) {
        return name.replaceAll("[^a-z]", "x");
    }

    static Random chance(int message) {
        return new Random(SEED * 31 + message * 0x9E3779B97F4A7C15L);
    }
}
