package chat.parley.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the audit found wrong. */
final class Findings {
    private static final int EXAMPLES = 5;

    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final Map<Kind, List<String>> examples = new EnumMap<>(Kind.class);

    /** What can be wrong. */
    enum Kind {
        LOST("lost", "acknowledged, but not in the database as it was acknowledged; or a hole in a room's numbers"),
        DOUBLED("doubled", "stored more often than it was sent, or although it was refused"),
        REORDERED("reordered", "not in the order in which its sender sent"),
        MISSING("silently missing", "a client's state differs from the database, and it cannot know"),
        SLOWED("slowed by a flood", "one client changed the others' p99 by more than a third"),
        UNFINISHED("unfinished", "could not be sent or completed, though everything was mended and time enough"),
        COMPLAINTS("against the protocol", "what the server said although its protocol rules it out");

        private final String label;
        private final String meaning;

        Kind(String label, String meaning) {
            this.label = label;
            this.meaning = meaning;
        }

        String label() {
            return label;
        }

        String meaning() {
            return meaning;
        }
    }

    void add(Kind kind, String example) {
        counts.merge(kind, 1, Integer::sum);
        List<String> some = examples.computeIfAbsent(kind, any -> new ArrayList<>());
        if (some.size() < EXAMPLES) {
            some.add(example);
        }
    }

    int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    List<String> examples(Kind kind) {
        return examples.getOrDefault(kind, List.of());
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }
}
