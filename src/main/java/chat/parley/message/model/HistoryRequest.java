package chat.parley.message.model;

import org.jspecify.annotations.Nullable;

/** Which stretch of history; at most one of the three directions is set, none means the newest messages. */
public record HistoryRequest(
        @Nullable Long before,
        @Nullable Long after,
        @Nullable Long around,
        int limit) {
    /** Whether it asks for the end of the log. */
    public boolean isNewest() {
        return before == null && after == null && around == null;
    }

    public static HistoryRequest newest(int limit) {
        return new HistoryRequest(null, null, null, limit);
    }
}
