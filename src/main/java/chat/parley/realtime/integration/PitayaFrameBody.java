package chat.parley.realtime.integration;

import chat.parley.realtime.PitayaError;
import chat.parley.realtime.model.FrameBody;
import chat.parley.shared.error.ParleyException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A payload that is read when its route is known: what is wrong with the route is told first. */
record PitayaFrameBody(ObjectMapper mapper, byte[] payload) implements FrameBody {
    @Override
    public <T> T as(Class<T> type) {
        JsonFrameBody body = new JsonFrameBody(mapper, object());
        try {
            return body.as(type);
        } catch (ParleyException e) {
            String reason = e.fields().stream()
                    .map(field -> field.pointer() + " " + field.detail())
                    .findFirst()
                    .orElse(e.code().message());
            throw ParleyException.of(PitayaError.BAD_REQUEST, reason);
        }
    }

    private JsonNode object() {
        try {
            JsonNode read = mapper.readTree(PitayaText.decode(payload));
            if (read.isMissingNode()) {
                throw ParleyException.of(PitayaError.BAD_REQUEST, "unexpected end of JSON input");
            }
            if (!read.isObject()) {
                throw ParleyException.of(PitayaError.BAD_REQUEST, "the payload is not a JSON object");
            }
            return read;
        } catch (JsonProcessingException e) {
            throw ParleyException.of(PitayaError.BAD_REQUEST, e.getOriginalMessage());
        }
    }
}
