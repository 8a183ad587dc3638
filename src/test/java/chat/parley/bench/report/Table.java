package chat.parley.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Figures in rows, first column text. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... header) {
        rows.add(List.of(header));
    }

    /** Numbers are written with as many digits as tell something. */
    public Table row(Object... cells) {
        rows.add(Arrays.stream(cells)
                .map(cell -> cell instanceof Double number ? Goal.number(number) : String.valueOf(cell))
                .toList());
        return this;
    }

    public String markdown() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            text.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
            if (i == 0) {
                text.append("|---")
                        .append("|---:".repeat(rows.getFirst().size() - 1))
                        .append("|\n");
            }
        }
        return text.toString();
    }
}
