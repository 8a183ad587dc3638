package chat.parley.message.model;

import chat.parley.identity.UserId;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that a text calls. Where a name ends is known only to those who know the names: "@bob." may call "bob." or,
 * at the end of a sentence, "bob"; and scripts without spaces go on behind a name without a sign. So there are several
 * readings of each call, the longest first, and the first that names a member is meant.
 */
public final class MentionText {
    private static final String EVERYBODY = "all";
    private static final int MAX_CALLS = 20;
    private static final int MAX_NAME = 32;

    // What is quoted as code calls nobody.
    private static final Pattern CODE = Pattern.compile("```.*?(?:```|\\z)|`[^`\\n]+`", Pattern.DOTALL);
    private static final Pattern CALL =
            Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}._@/-])@([\\p{L}\\p{M}\\p{N}._-]{2," + MAX_NAME + "})");
    private static final Set<UnicodeScript> WITHOUT_SPACES = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private final List<List<String>> calls;

    private MentionText(List<List<String>> calls) {
        this.calls = calls;
    }

    public static MentionText of(String text) {
        if (text.indexOf('@') < 0) {
            return new MentionText(List.of());
        }
        List<List<String>> calls = new ArrayList<>();
        Matcher call = CALL.matcher(CODE.matcher(text).replaceAll(" "));
        while (calls.size() < MAX_CALLS && call.find()) {
            calls.add(readings(call.group(1)));
        }
        return new MentionText(calls);
    }

    private static List<String> readings(String run) {
        List<String> readings = new ArrayList<>();
        for (int end = run.length(); end >= 2; end = run.offsetByCodePoints(end, -1)) {
            if (mayEndAt(run, end)) {
                readings.add(folded(run.substring(0, end)));
            }
        }
        return readings;
    }

    private static boolean mayEndAt(String run, int end) {
        if (end == run.length()) {
            return true;
        }
        return isWithoutSpaces(run.codePointBefore(end))
                || isWithoutSpaces(run.codePointAt(end))
                || run.substring(end).chars().allMatch(c -> c == '.' || c == '_' || c == '-');
    }

    private static boolean isWithoutSpaces(int codePoint) {
        return WITHOUT_SPACES.contains(UnicodeScript.of(codePoint));
    }

    /** As names are compared: without regard to case, but to accents. */
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    /** All names that may be meant. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        calls.forEach(names::addAll);
        return names;
    }

    /** Whether it may be meant for everybody. */
    public boolean callsEverybody() {
        return calls.stream().anyMatch(readings -> readings.contains(EVERYBODY));
    }

    /**
     * Those who are called.
     *
     * @param members user names of the members among {@link #names}
     */
    public Set<UserId> called(Map<UserId, String> members) {
        Set<UserId> called = new HashSet<>();
        for (List<String> readings : calls) {
            readings.stream()
                    .flatMap(reading -> members.entrySet().stream()
                            .filter(member -> folded(member.getValue()).equals(reading)))
                    .findFirst()
                    .ifPresent(member -> called.add(member.getKey()));
        }
        return called;
    }
}
