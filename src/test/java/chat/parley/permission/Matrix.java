package chat.parley.permission;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came out, as a table of the documentation. */
final class Matrix {
    private final Map<String, Map<String, Map<Role, Outcome>>> sections = new LinkedHashMap<>();

    /** Rows appear in the order in which they are opened. */
    void open(String section, String row) {
        sections.computeIfAbsent(section, title -> new LinkedHashMap<>()).putIfAbsent(row, new EnumMap<>(Role.class));
    }

    void put(String section, String row, Role role, Outcome outcome) {
        Map<Role, Outcome> cells = sections.get(section).get(row);
        synchronized (cells) {
            cells.put(role, outcome);
        }
    }

    String markdown() {
        return sections.entrySet().stream()
                .map(section -> "## " + section.getKey() + "\n\n" + table(section.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String table(Map<String, Map<Role, Outcome>> rows) {
        String head = line("", Stream.of(Role.values()).map(Role::title));
        String rule = line("---", Stream.of(Role.values()).map(role -> "---"));
        return rows.entrySet().stream()
                .map(row -> line(row.getKey(), row.getValue().values().stream().map(Outcome::cell)))
                .collect(Collectors.joining("", head + rule, ""));
    }

    private static String line(String first, Stream<String> cells) {
        return "| " + first + " | " + cells.collect(Collectors.joining(" | ")) + " |\n";
    }
}
