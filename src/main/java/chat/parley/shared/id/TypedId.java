package chat.parley.shared.id;

import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;

/** An identifier as a type of its own: a 64-bit number in Java and SQL, a string of decimal digits in JSON and URLs. */
public interface TypedId {
    long value();

    /**
     * Reads the decimal form.
     *
     * @throws ParleyException {@code request.invalid} unless it is a positive 64-bit number
     */
    static long parse(String text) {
        try {
            long value = Long.parseLong(text);
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // falls through to the one refusal below
        }
        throw ParleyException.of(RequestError.INVALID, "An id is a string of decimal digits.");
    }
}
