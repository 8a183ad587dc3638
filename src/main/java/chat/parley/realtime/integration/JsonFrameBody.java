package chat.parley.realtime.integration;

import chat.parley.realtime.model.FrameBody;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Collectors;

/** A body that was read as a JSON object. */
record JsonFrameBody(ObjectMapper mapper, JsonNode object) implements FrameBody {
    @Override
    public <T> T as(Class<T> type) {
        try {
            return mapper.treeToValue(object, type);
        } catch (JsonMappingException e) {
            String pointer = e.getPath().stream()
                    .map(step -> "/" + (step.getFieldName() != null ? step.getFieldName() : step.getIndex()))
                    .collect(Collectors.joining());
            throw ParleyException.onField(RequestError.INVALID, pointer, "is not of the expected type or form");
        } catch (JsonProcessingException e) {
            throw ParleyException.of(RequestError.MALFORMED);
        }
    }
}
