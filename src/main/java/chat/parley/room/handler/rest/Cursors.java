package chat.parley.room.handler.rest;

import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the {@code cursor} of paged lists. */
final class Cursors {
    private Cursors() {}

    static <T> @Nullable T parse(@Nullable String text, Function<String, T> form) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return form.apply(text);
        } catch (RuntimeException e) {
            throw ParleyException.onField(RequestError.INVALID, "/cursor", "is not the next of a former page");
        }
    }

    /** Search text as it is looked for: null where there is nothing to look for. */
    static @Nullable String search(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
