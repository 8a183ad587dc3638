package chat.parley.shared.web;

import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import chat.parley.shared.id.Creation;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Idempotency-Key} header: the caller's name for one request, so that sending it again is no second request.
 * Any text will do. It stands in for the {@code clientId} of the body; a UUID stands for itself.
 */
public record IdempotencyKey(UUID value) {
    public static final String HEADER = "Idempotency-Key";

    /** What the documentation says of the header. */
    public static final String DESCRIPTION =
            "Stands in for `clientId`: any text of your making, at most 255 characters, new for each request.";

    private static final int MAX_LENGTH = 255;
    private static final int UUID_LENGTH = 36;

    /** By this name the REST layer finds it. The quotes of a structured header field are left out. */
    public static IdempotencyKey fromString(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        String key = quoted ? text.substring(1, text.length() - 1) : text.strip();
        if (key.isBlank() || key.length() > MAX_LENGTH) {
            throw ParleyException.onField(
                    RequestError.INVALID, "/" + HEADER, "must have 1 to " + MAX_LENGTH + " characters");
        }
        return new IdempotencyKey(uuid(key));
    }

    /** The key of a request: that of its body if it has one, else the header's, else none. */
    public static @Nullable UUID of(@Nullable UUID clientId, @Nullable IdempotencyKey header) {
        return clientId != null || header == null ? clientId : header.value();
    }

    /** What making something is answered with: 201, or 200 if the same request made it before. */
    public static RestResponse.Status statusOf(Creation<?> creation) {
        return creation.repeated() ? RestResponse.Status.OK : RestResponse.Status.CREATED;
    }

    private static UUID uuid(String key) {
        if (key.length() == UUID_LENGTH) {
            try {
                return UUID.fromString(key);
            } catch (IllegalArgumentException e) {
                // Some other text of that length.
            }
        }
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }
}
