package chat.parley.realtime.integration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.realtime.Push.Importance;
import chat.parley.realtime.RealtimeError;
import chat.parley.realtime.model.ClientFrame;
import chat.parley.realtime.model.EncodedFrame;
import chat.parley.realtime.model.EncodedPush;
import chat.parley.shared.error.ParleyException;
import chat.parley.testing.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFrameCodecTest {
    private final JsonFrameCodec codec = new JsonFrameCodec(Json.mapper(), new JacksonBodyWriter(Json.mapper()));

    private record Typing(long seq) {}

    @Test
    void aFrameWithAnIdIsARequest() {
        ClientFrame frame = decodeOne("{\"id\":7,\"route\":\"room.read\",\"body\":{\"seq\":3}}");
        assertThat(frame).isInstanceOfSatisfying(ClientFrame.Request.class, request -> {
            assertThat(request.id()).isEqualTo(7);
            assertThat(request.route()).isEqualTo("room.read");
            assertThat(request.body().as(Typing.class)).isEqualTo(new Typing(3));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"route\":\"heartbeat\"}",
                "{\"route\":\"heartbeat\",\"body\":{}}",
                " {\"body\": {}, \"route\": \"heartbeat\"}"
            })
    void aFrameWithoutAnIdIsANotify(String frame) {
        assertThat(decodeOne(frame))
                .isInstanceOfSatisfying(
                        ClientFrame.Notify.class,
                        notify -> assertThat(notify.route()).isEqualTo("heartbeat"));
    }

    @Test
    void oneFrameMayHoldSeveralObjects() {
        List<ClientFrame> frames =
                decode("{\"route\":\"a\",\"body\":{\"text\":\"x\\ny\"}}\n\n{\"id\":1,\"route\":\"b\"}\n");
        assertThat(frames).hasSize(2);
        assertThat(frames.get(1)).isInstanceOf(ClientFrame.Request.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "nonsense",
                "[]",
                "null",
                "7",
                "{\"id\":1}",
                "{\"id\":0,\"route\":\"a\"}",
                "{\"id\":-1,\"route\":\"a\"}",
                "{\"id\":\"1\",\"route\":\"a\"}",
                "{\"id\":1.5,\"route\":\"a\"}",
                "{\"id\":99999999999999999999,\"route\":\"a\"}",
                "{\"id\":null,\"route\":\"a\"}",
                "{\"id\":1,\"route\":7}",
                "{\"id\":1,\"route\":\"a\",\"body\":[]}",
                "{\"id\":1,\"route\":\"a\",\"body\":null}",
                "{\"id\":1,\"route\":\"a\"} {\"id\":2,\"route\":\"a\"}",
                "{\"id\":1,\"route\":\"a\""
            })
    void whatIsNoFrameIsBroken(String frame) {
        assertThat(decodeOne(frame)).isInstanceOf(ClientFrame.Broken.class);
    }

    @Test
    void deepNestingIsBrokenAndNotADangerToTheStack() {
        String deep = "{\"id\":1,\"route\":\"a\",\"body\":{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}}";
        assertThat(decodeOne(deep)).isInstanceOf(ClientFrame.Broken.class);
    }

    @Test
    void aBrokenFrameKeepsItsIdWhereItCanBeRead() {
        assertThat(decodeOne("{\"id\":9,\"route\":7}"))
                .isInstanceOfSatisfying(
                        ClientFrame.Broken.class,
                        broken -> assertThat(broken.id()).isEqualTo(9));
    }

    @Test
    void aBodyOfTheWrongTypeNamesTheField() {
        ClientFrame.Request request =
                (ClientFrame.Request) decodeOne("{\"id\":7,\"route\":\"room.read\",\"body\":{\"seq\":\"three\"}}");
        assertThatThrownBy(() -> request.body().as(Typing.class)).isInstanceOfSatisfying(ParleyException.class, e -> {
            assertThat(e.code().code()).isEqualTo("request.invalid");
            assertThat(e.fields())
                    .singleElement()
                    .satisfies(field -> assertThat(field.pointer()).isEqualTo("/seq"));
        });
    }

    @Test
    void answersPushesAndErrorsHaveTheirShapes() {
        assertThat(text(codec.response(7, Map.of("ok", true)))).isEqualTo("{\"id\":7,\"body\":{\"ok\":true}}");
        var push = new EncodedPush("room.read", "{\"seq\":3}".getBytes(UTF_8), Importance.DURABLE);
        assertThat(text(codec.push(push))).isEqualTo("{\"route\":\"room.read\",\"body\":{\"seq\":3}}");
        assertThat(text(codec.error(7L, ParleyException.of(RealtimeError.UNKNOWN_ROUTE))))
                .isEqualTo("{\"id\":7,\"error\":{\"code\":\"realtime.unknown_route\","
                        + "\"message\":\"There is no such route.\",\"retryable\":false}}");
    }

    @Test
    void timesHaveMillisecondsAlsoWhenTheyAreWhole() {
        assertThat(text(codec.response(1, Map.of("at", Instant.parse("2026-01-01T00:00:00Z")))))
                .contains("\"2026-01-01T00:00:00.000Z\"");
    }

    @Test
    void severalObjectsAreJoinedByLineFeeds() {
        EncodedFrame one = codec.response(1, Map.of());
        EncodedFrame two = codec.response(2, Map.of("text", "a\nb 你好 😀"));
        List<EncodedFrame> joined = codec.join(List.of(one, two));
        assertThat(joined).hasSize(1);
        assertThat(text(joined.getFirst()).split("\n")).containsExactly(text(one), text(two));
    }

    private ClientFrame decodeOne(String frame) {
        List<ClientFrame> frames = decode(frame);
        assertThat(frames).hasSize(1);
        return frames.getFirst();
    }

    private List<ClientFrame> decode(String frame) {
        return codec.decode(frame.getBytes(UTF_8));
    }

    private static String text(EncodedFrame frame) {
        return new String(frame.bytes(), UTF_8);
    }
}
