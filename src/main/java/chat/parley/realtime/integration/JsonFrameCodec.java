package chat.parley.realtime.integration;

import chat.parley.realtime.model.ClientFrame;
import chat.parley.realtime.model.EncodedFrame;
import chat.parley.realtime.model.EncodedPush;
import chat.parley.realtime.model.FrameCodec;
import chat.parley.realtime.port.BodyWriter;
import chat.parley.shared.error.FieldError;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code parley.v1} format: JSON objects in text frames, one or more to a frame, a line feed between them. */
@ApplicationScoped
class JsonFrameCodec implements FrameCodec {
    private static final EncodedFrame HEARTBEAT =
            new EncodedFrame("{\"route\":\"heartbeat\",\"body\":{}}".getBytes(StandardCharsets.US_ASCII));

    /** What clients answer to it, which is most of what comes from those that are idle. */
    private static final List<byte[]> SIGNS_OF_LIFE =
            List.of(HEARTBEAT.bytes(), "{\"route\":\"heartbeat\"}".getBytes(StandardCharsets.US_ASCII));

    private final ObjectMapper mapper;
    private final ObjectReader trees;
    private final BodyWriter bodies;
    private final List<ClientFrame> signOfLife;

    JsonFrameCodec(ObjectMapper mapper, BodyWriter bodies) {
        this.mapper = mapper;
        this.trees = mapper.readerFor(JsonNode.class);
        this.bodies = bodies;
        this.signOfLife = List.copyOf(decodeLines(HEARTBEAT.bytes()));
    }

    private record ErrorFrame(@Nullable Long id, ErrorBody error) {}

    private record ErrorBody(
            String code,
            String message,
            boolean retryable,
            @Nullable List<FieldError> fields) {}

    @Override
    public List<ClientFrame> decode(byte[] frame) {
        for (byte[] sign : SIGNS_OF_LIFE) {
            if (Arrays.equals(frame, sign)) {
                return signOfLife;
            }
        }
        return decodeLines(frame);
    }

    private List<ClientFrame> decodeLines(byte[] frame) {
        List<ClientFrame> frames = new ArrayList<>(1);
        // A line feed inside a JSON string is always escaped, so this never cuts an object in two.
        new String(frame, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> frames.add(decodeOne(line)));
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
    public EncodedFrame push(EncodedPush push) {
        return frame("{\"route\":\"" + push.route() + "\",\"body\":", push.body());
    }

    @Override
    public EncodedFrame heartbeat() {
        return HEARTBEAT;
    }

    @Override
    public EncodedFrame response(long id, Object body) {
        return frame("{\"id\":" + id + ",\"body\":", bodies.write(body));
    }

    @Override
    public EncodedFrame error(@Nullable Long id, ParleyException e) {
        List<FieldError> fields = e.fields().isEmpty() ? null : e.fields();
        return new EncodedFrame(bodies.write(new ErrorFrame(
                id,
                new ErrorBody(
                        e.code().code(),
                        String.valueOf(e.getMessage()),
                        e.code().retryable(),
                        fields))));
    }

    /** The body goes in as it is: it was written once, for everybody. Routes are ours and need no escaping. */
    private static EncodedFrame frame(String head, byte[] body) {
        ByteBuffer frame = ByteBuffer.allocate(head.length() + body.length + 1);
        frame.put(head.getBytes(StandardCharsets.US_ASCII)).put(body).put((byte) '}');
        return new EncodedFrame(frame.array());
    }

    @Override
    public boolean isBinary() {
        return false;
    }

    @Override
    public List<EncodedFrame> join(List<EncodedFrame> frames) {
        if (frames.size() == 1) {
            return frames;
        }
        ByteBuffer joined =
                ByteBuffer.allocate(frames.stream().mapToInt(EncodedFrame::size).sum() + frames.size() - 1);
        for (EncodedFrame frame : frames) {
            if (joined.position() > 0) {
                joined.put((byte) '\n');
            }
            joined.put(frame.bytes());
        }
        return List.of(new EncodedFrame(joined.array()));
    }
}
