package chat.parley.realtime.integration;

import chat.parley.realtime.port.BodyWriter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;

/** The JSON of the socket is the JSON of REST. */
@ApplicationScoped
class JacksonBodyWriter implements BodyWriter {
    private final ObjectWriter writer;

    JacksonBodyWriter(ObjectMapper mapper) {
        this.writer = mapper.writer();
    }

    @Override
    public byte[] write(Object body) {
        try {
            return writer.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a body of ours cannot be written as JSON", e);
        }
    }
}
