package chat.parley.realtime.integration;

import chat.parley.realtime.model.ClientPacket;
import chat.parley.realtime.model.EncodedFrame;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;

/** Reads how a client introduces itself, and knows what it is told. */
record PitayaHandshake(ObjectMapper mapper, EncodedFrame accepted, EncodedFrame refused) {
    static PitayaHandshake of(ObjectMapper mapper, Duration heartbeatInterval) {
        long seconds = Math.max(1, heartbeatInterval.toSeconds());
        return new PitayaHandshake(mapper, answer(200, seconds), answer(400, seconds));
    }

    private static EncodedFrame answer(int code, long heartbeatSeconds) {
        String json = "{\"code\":" + code + ",\"sys\":{\"dict\":{},\"heartbeat\":" + heartbeatSeconds
                + ",\"serializer\":\"json\"}}";
        return new EncodedFrame(
                new PitayaPacket(PitayaPacket.Type.HANDSHAKE, json.getBytes(StandardCharsets.US_ASCII)).encode());
    }

    ClientPacket.Greeting read(byte[] body) {
        JsonNode greeting;
        try {
            greeting = mapper.readTree(PitayaText.decode(body));
        } catch (JsonProcessingException e) {
            return new ClientPacket.Greeting(refused, false, null);
        }
        if (!isWellFormed(greeting)) {
            return new ClientPacket.Greeting(refused, false, null);
        }
        JsonNode user = greeting.path("user");
        boolean opens = user.path("token").isTextual();
        return new ClientPacket.Greeting(accepted, true, opens ? new JsonFrameBody(mapper, user) : null);
    }

    /** Everything may be missing; what is there has to be of its type. */
    private static boolean isWellFormed(JsonNode greeting) {
        JsonNode sys = greeting.path("sys");
        JsonNode user = greeting.path("user");
        return greeting.isObject()
                && Stream.of(sys, user, user.path("rooms")).allMatch(part -> part.isObject() || isAbsent(part))
                && Stream.of("platform", "libVersion", "clientBuildNumber", "clientVersion")
                        .map(sys::path)
                        .allMatch(part -> part.isTextual() || isAbsent(part))
                && (user.path("token").isTextual() || isAbsent(user.path("token")));
    }

    private static boolean isAbsent(JsonNode part) {
        return part.isMissingNode() || part.isNull();
    }
}
