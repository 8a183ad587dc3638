package chat.parley.bench.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one benchmark found.
 *
 * @param violations what the oracle objects to; with any, there is no result
 */
public record Result(
        String id,
        String title,
        String setting,
        List<Table> tables,
        List<Goal> goals,
        List<String> violations,
        @Nullable Plot plot) {

    /** The same without a word about goals. */
    public Result unjudged() {
        return new Result(id, title, setting, tables, List.of(), violations, plot);
    }

    public boolean holds() {
        return violations.isEmpty();
    }
}
