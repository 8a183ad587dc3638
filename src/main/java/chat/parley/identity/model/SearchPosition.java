package chat.parley.identity.model;

import chat.parley.identity.UserId;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of found people ended. Those whose name begins with the text come first, each group by user name.
 *
 * @param prefix whether the last one was in the first group
 */
public record SearchPosition(boolean prefix, UserId last) {
    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws ParleyException {@code request.invalid} on anything else
     */
    public static @Nullable SearchPosition parse(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        if (!cursor.matches("[ps][1-9][0-9]{0,18}")) {
            throw ParleyException.onField(RequestError.INVALID, "/cursor", "is not a cursor of this list");
        }
        return new SearchPosition(cursor.charAt(0) == 'p', UserId.parse(cursor.substring(1)));
    }

    @Override
    public String toString() {
        return (prefix ? "p" : "s") + last;
    }
}
