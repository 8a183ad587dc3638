package chat.parley.audit.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** An error as the server words it. */
public record ServerError(String code, String message, boolean retryable) {
    private static final Set<String> NEEDS_NEW_TOKEN =
            Set.of("auth.unauthenticated", "identity.session_revoked", "identity.token_invalid");

    static ServerError from(JsonNode error) {
        return new ServerError(
                error.path("code").asText(),
                error.path("message").asText(),
                error.path("retryable").asBoolean());
    }

    /** In the words of Pitaya. */
    static ServerError fromPitaya(JsonNode error) {
        return new ServerError(
                error.path("code").asText(),
                error.path("msg").asText(),
                error.path("metadata").path("retryable").asText().equals("true"));
    }

    boolean needsNewToken() {
        return NEEDS_NEW_TOKEN.contains(code);
    }

    @Override
    public String toString() {
        return code + " (" + message + ")";
    }
}
