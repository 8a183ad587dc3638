package chat.parley.realtime.integration;

import chat.parley.realtime.Push;
import chat.parley.realtime.model.ClientFrame;
import chat.parley.realtime.model.EncodedFrame;
import chat.parley.realtime.model.FrameCodec;
import chat.parley.shared.error.FieldError;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code parley.v1} format: JSON objects in text frames, one or more to a frame, a line feed between them. */
@ApplicationScoped
class JsonFrameCodec implements FrameCodec {
    private final ObjectMapper mapper;
    private final ObjectReader trees;
    private final ObjectWriter writer;

    JsonFrameCodec(ObjectMapper mapper) {
        this.mapper = mapper;
        this.trees = mapper.readerFor(JsonNode.class);
        this.writer = mapper.writer();
    }

    private record PushFrame(String route, Object body) {}

    private record ResponseFrame(long id, Object body) {}

    private record ErrorFrame(@Nullable Long id, ErrorBody error) {}

    private record ErrorBody(
            String code,
            String message,
            boolean retryable,
            @Nullable List<FieldError> fields) {}

    @Override
    public List<ClientFrame> decode(String frame) {
        List<ClientFrame> frames = new ArrayList<>(1);
        // A line feed inside a JSON string is always escaped, so this never cuts an object in two.
        frame.lines().filter(line -> !line.isBlank()).forEach(line -> frames.add(decodeOne(line)));
        if (frames.isEmpty()) {
            frames.add(broken(null));
        }
        return frames;
    }

    private ClientFrame decodeOne(String line) {
        JsonNode root;
        try {
            root = trees.readValue(line);
        } catch (JsonProcessingException e) {
            return broken(null);
        }
        if (root == null || !root.isObject()) {
            return broken(null);
        }
        JsonNode id = root.path("id");
        JsonNode route = root.path("route");
        JsonNode body = root.path("body");
        Long requestId = id.isIntegralNumber() && id.canConvertToLong() && id.longValue() > 0 ? id.longValue() : null;
        boolean wellFormed = route.isTextual()
                && (id.isMissingNode() || requestId != null)
                && (body.isMissingNode() || body.isObject());
        if (!wellFormed) {
            return broken(requestId);
        }
        JsonFrameBody payload = new JsonFrameBody(mapper, body.isMissingNode() ? mapper.createObjectNode() : body);
        return requestId == null
                ? new ClientFrame.Notify(route.textValue(), payload)
                : new ClientFrame.Request(requestId, route.textValue(), payload);
    }

    private static ClientFrame broken(@Nullable Long id) {
        return new ClientFrame.Broken(id, ParleyException.of(RequestError.MALFORMED));
    }

    @Override
    public EncodedFrame push(Push push) {
        return encode(new PushFrame(push.route(), push.body()));
    }

    @Override
    public EncodedFrame response(long id, Object body) {
        return encode(new ResponseFrame(id, body));
    }

    @Override
    public EncodedFrame error(@Nullable Long id, ParleyException e) {
        List<FieldError> fields = e.fields().isEmpty() ? null : e.fields();
        return encode(new ErrorFrame(
                id,
                new ErrorBody(
                        e.code().code(),
                        String.valueOf(e.getMessage()),
                        e.code().retryable(),
                        fields)));
    }

    private EncodedFrame encode(Object frame) {
        try {
            byte[] json = writer.writeValueAsBytes(frame);
            return new EncodedFrame(new String(json, StandardCharsets.UTF_8), json.length);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a frame of ours cannot be written as JSON", e);
        }
    }

    @Override
    public String join(List<EncodedFrame> frames) {
        if (frames.size() == 1) {
            return frames.getFirst().text();
        }
        StringBuilder joined = new StringBuilder(
                frames.stream().mapToInt(frame -> frame.text().length() + 1).sum());
        for (EncodedFrame frame : frames) {
            joined.append(joined.isEmpty() ? "" : "\n").append(frame.text());
        }
        return joined.toString();
    }
}
