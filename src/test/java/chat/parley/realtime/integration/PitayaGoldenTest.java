package chat.parley.realtime.integration;

import static chat.parley.realtime.integration.Hex.golden;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.realtime.PitayaError;
import chat.parley.realtime.Push.Importance;
import chat.parley.realtime.model.ClientFrame;
import chat.parley.realtime.model.ClientPacket;
import chat.parley.realtime.model.ClientPacket.Data;
import chat.parley.realtime.model.CloseCode;
import chat.parley.realtime.model.EncodedFrame;
import chat.parley.realtime.model.EncodedPush;
import chat.parley.realtime.model.PitayaRoute;
import chat.parley.shared.error.ErrorCode;
import chat.parley.shared.error.ErrorKind;
import chat.parley.shared.error.ParleyException;
import chat.parley.testing.FakeRealtimeConfig;
import chat.parley.testing.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every frame that was written down from servers and clients of others, byte for byte. */
class PitayaGoldenTest {
    private static final int LIMIT = 65_536;

    private final PitayaFrameCodec codec =
            new PitayaFrameCodec(Json.mapper(), new JacksonBodyWriter(Json.mapper()), new FakeRealtimeConfig());

    @Test
    void handshakeIsAnsweredWithHeartbeatAndSerializer() {
        ClientPacket.Greeting greeting = (ClientPacket.Greeting) decode("01-handshake-request");
        assertThat(greeting.accepted()).isTrue();
        assertThat(greeting.opening()).isNull();
        assertThat(greeting.answer().bytes()).isEqualTo(golden("02-handshake-answer"));
    }

    @Test
    void aHandshakeThatIsNoneIsRefused() {
        byte[] frame = new PitayaPacket(PitayaPacket.Type.HANDSHAKE, "{".getBytes(UTF_8)).encode();
        ClientPacket.Greeting greeting =
                (ClientPacket.Greeting) codec.decode(frame).getFirst();
        assertThat(greeting.accepted()).isFalse();
        assertThat(greeting.answer().bytes()).isEqualTo(golden("02-handshake-refusal"));
    }

    @Test
    void emptyPackets() {
        assertThat(decode("03-acknowledgement")).isInstanceOf(ClientPacket.Acknowledgement.class);
        assertThat(codec.heartbeat().bytes()).isEqualTo(golden("03-heartbeat"));
        assertThat(codec.decode(golden("03-heartbeat"))).isEmpty();
        assertThat(codec.farewell(CloseCode.RESTARTING).getFirst().bytes()).isEqualTo(golden("03-kick"));
        assertThat(codec.decode(golden("03-kick"))).isEmpty();
    }

    @Test
    void request() {
        assertThat(decode("04-request")).isInstanceOfSatisfying(Data.class, data -> {
            assertThat(data.id()).isEqualTo(1);
            assertThat(data.route()).isEqualTo("room.join");
            assertThat(data.body().as(JsonNode.class)).hasToString("{}");
        });
    }

    @Test
    void notifyHasNoId() {
        assertThat(decode("07-notify")).isInstanceOfSatisfying(Data.class, data -> {
            assertThat(data.id()).isNull();
            assertThat(data.route()).isEqualTo("room.message");
            assertThat(data.body().as(JsonNode.class)).hasToString("{\"name\":\"ann\",\"content\":\"hi\"}");
        });
    }

    @Test
    void pushes() {
        assertThat(push("onMembers", "{\"members\":[\"1\"]}")).isEqualTo(golden("05-push"));
        assertThat(push("onNewUser", "{\"content\":\"New user: 2\"}")).isEqualTo(golden("08-push-with-spaces"));
        assertThat(push("onMessage", "{\"name\":\"ann\",\"content\":\"😀\"}")).isEqualTo(golden("14-push-escaped"));
    }

    @Test
    void response() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", 0);
        body.put("message", "success");
        body.put("data", "");
        assertThat(codec.response(1, body).bytes()).isEqualTo(golden("06-response"));
    }

    @Test
    void errors() {
        assertThat(error(2, PitayaRoute.parse("room.nope").notFound())).isEqualTo(golden("09-error-unknown-route"));
        assertThat(error(3, ParleyException.of(PitayaError.UNAUTHORIZED))).isEqualTo(golden("10-error-unauthorized"));
        PitayaMessage message = message("13-error-with-metadata");
        assertThat(message.failed()).isTrue();
        assertThat(packed(message)).isEqualTo(golden("13-error-with-metadata"));
        assertThat(new String(message.payload(), UTF_8))
                .isEqualTo("{\"code\":\"RH-000\",\"msg\":\"session is already bound to an uid\","
                        + "\"metadata\":{\"failed\":\"bind\"}}");
    }

    @Test
    void errorsOfTheServerHaveTheSameShape() {
        enum Bound implements ErrorCode {
            ALREADY;

            @Override
            public String code() {
                return "RH-000";
            }

            @Override
            public ErrorKind kind() {
                return ErrorKind.CONFLICT;
            }

            @Override
            public String message() {
                return "session is already bound to an uid";
            }
        }
        assertThat(new String(error(4, ParleyException.onField(Bound.ALREADY, "/uid", "must not be set")), UTF_8))
                .endsWith("{\"code\":\"RH-000\",\"msg\":\"session is already bound to an uid\",\"metadata\":"
                        + "{\"fields\":\"[{\\\"pointer\\\":\\\"/uid\\\",\\\"detail\\\":\\\"must not be set\\\"}]\","
                        + "\"retryable\":\"false\"}}");
    }

    @Test
    void aRouteByItsCodeCannotBeKnown() {
        assertThat(decode("11-request-with-route-code"))
                .isEqualTo(new ClientPacket.Unreadable(CloseCode.PROTOCOL_ERROR, "unknown route code 7"));
    }

    @Test
    void compressedPayloadsAreRead() {
        assertThat(message("12-compressed-response"))
                .usingRecursiveComparison()
                .isEqualTo(PitayaMessage.response(
                        1,
                        ("{\"code\":0,\"message\":\"success\",\"data\":\"" + "a".repeat(64) + "\"}").getBytes(UTF_8)));
    }

    @Test
    void whatOthersWroteIsWrittenTheSameAgain() {
        for (String name : List.of("04-request", "05-push", "06-response", "07-notify", "09-error-unknown-route")) {
            assertThat(packed(message(name))).as(name).isEqualTo(golden(name));
        }
    }

    private ClientFrame decode(String name) {
        List<ClientFrame> frames = codec.decode(golden(name));
        assertThat(frames).hasSize(1);
        return frames.getFirst();
    }

    private static PitayaMessage message(String name) {
        return PitayaMessage.decode(PitayaPacket.decode(golden(name)).body(), LIMIT);
    }

    private static byte[] packed(PitayaMessage message) {
        return new PitayaPacket(PitayaPacket.Type.DATA, message.encode()).encode();
    }

    private byte[] push(String route, String body) {
        return codec.push(new EncodedPush(route, body.getBytes(UTF_8), Importance.DURABLE))
                .bytes();
    }

    private byte[] error(long id, ParleyException error) {
        EncodedFrame frame = codec.error(id, error);
        assertThat(frame).isNotNull();
        return frame.bytes();
    }
}
