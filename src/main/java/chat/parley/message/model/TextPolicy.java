package chat.parley.message.model;

import chat.parley.message.MessageError;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import org.jspecify.annotations.Nullable;

/** Which texts can be messages. */
public record TextPolicy(int maxCodePoints) {
    /**
     * The text as it will be stored: line ends are LF, everything else stays as typed.
     *
     * @throws ParleyException if it is blank, too long, or not valid Unicode
     */
    public String accept(@Nullable String given) {
        String text = given == null ? "" : given;
        String unified = text.replace("\r\n", "\n").replace('\r', '\n');
        if (unified.isBlank()) {
            throw ParleyException.onField(MessageError.EMPTY, "/text", "must not be blank");
        }
        if (unified.codePointCount(0, unified.length()) > maxCodePoints) {
            throw ParleyException.onField(
                    MessageError.TOO_LONG, "/text", "must be at most " + maxCodePoints + " characters");
        }
        // Half a surrogate pair or a NUL cannot be stored and given back as it came.
        if (unified.codePoints()
                .anyMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw ParleyException.onField(RequestError.INVALID, "/text", "must be valid Unicode without NUL");
        }
        return unified;
    }

    /** The text beside a file, which may be missing. */
    public @Nullable String acceptCaption(@Nullable String text) {
        return text == null || text.isBlank() ? null : accept(text);
    }
}
