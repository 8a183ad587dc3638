package chat.parley.shared.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a keyset-paged list.
 *
 * @param next the {@code cursor} of the following page; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a result that was read with one row more than asked for.
     *
     * @param rows at most {@code limit + 1} rows
     * @param cursorOf names the last row of the page for the next call
     */
    public static <T> Page<T> cut(List<T> rows, int limit, Function<T, String> cursorOf) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> kept = rows.subList(0, limit);
        return new Page<>(kept, cursorOf.apply(kept.getLast()));
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), next);
    }
}
