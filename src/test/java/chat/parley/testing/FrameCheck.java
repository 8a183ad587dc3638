package chat.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Watches one connection's text frames and remembers which of them are not what {@link FrameContract} says. A request
 * is judged when it is answered: one that the server refuses may be as wrong as a test wants it.
 */
public final class FrameCheck {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FrameContract contract = FrameContract.shipped();
    private final Map<Long, JsonNode> unanswered = new ConcurrentHashMap<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();

    /** A text frame of the client. */
    public void sent(String frame) {
        frame.lines().map(FrameCheck::parse).forEach(this::sent);
    }

    private void sent(JsonNode frame) {
        String route = frame.path("route").asText();
        if (frame.path("id").isIntegralNumber()) {
            unanswered.put(frame.get("id").asLong(), frame);
        } else if (!frame.has("id") && contract.isNotify(route)) {
            violations.addAll(contract.ofClient(route, frame));
        }
    }

    /** A text frame of the server. */
    public void received(String frame) {
        frame.lines().forEach(line -> received(parse(line), line));
    }

    private void received(JsonNode frame, String text) {
        if (frame.has("route")) {
            violations.addAll(contract.ofPush(frame.get("route").asText(), frame));
        } else if (frame.has("error")) {
            unanswered.remove(frame.path("id").asLong());
            violations.addAll(contract.ofError(frame));
        } else {
            answered(frame, text);
        }
    }

    private void answered(JsonNode frame, String text) {
        JsonNode request = unanswered.remove(frame.path("id").asLong());
        if (request == null) {
            violations.add("nobody asked for " + text);
            return;
        }
        String route = request.path("route").asText();
        violations.addAll(contract.ofClient(route, request));
        violations.addAll(contract.ofAnswer(route, frame));
    }

    /** What was wrong so far. */
    public List<String> violations() {
        return violations;
    }

    /** Fails if anything was wrong. */
    public void assertClean() {
        assertThat(violations)
                .as("frames that docs/asyncapi.yaml does not allow")
                .isEmpty();
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
