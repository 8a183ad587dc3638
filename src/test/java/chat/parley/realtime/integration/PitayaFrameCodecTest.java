package chat.parley.realtime.integration;

import static chat.parley.realtime.integration.Hex.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.realtime.model.ClientFrame;
import chat.parley.realtime.model.ClientPacket;
import chat.parley.realtime.model.CloseCode;
import chat.parley.realtime.model.EncodedFrame;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import chat.parley.testing.FakeRealtimeConfig;
import chat.parley.testing.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PitayaFrameCodecTest {
    private static final long SEED = 20_261_122;

    private final FakeRealtimeConfig config = new FakeRealtimeConfig();
    private final PitayaFrameCodec codec =
            new PitayaFrameCodec(Json.mapper(), new JacksonBodyWriter(Json.mapper()), config);

    @ParameterizedTest
    @CsvSource({
        "no header,                030000",
        "type 0,                   00000000",
        "type 6,                   06000000",
        "type 255,                 ff000000",
        "short frame,              0400000e0001",
        "long frame,               03000000ff",
        "two packets,              0300000003000000",
        "message of one byte,      0400000100",
        "no route,                 040000020001",
        "route past the end,       04000005000109726f",
        "message type 4,           0400000408000161",
        "message type 7,           040000040e000161",
        "unterminated number,      0400000c0080808080808080808080",
        "number past the end,      040000020080",
        "route code,               04000007010100077b7d31",
        "broken zlib,              0400000810010161ffffffff",
        "empty zlib,               0400000410010161",
        "truncated zlib,           0400000a100101" + "61" + "789cab564a",
    })
    void whatBreaksTheFormatEndsTheConnection(String what, String frame) {
        byte[] packet = bytes(frame);
        if (packet.length > 4 && packet[0] == 4 && !what.contains("frame")) {
            ByteBuffer.wrap(packet).putInt(4 << 24 | packet.length - 4);
        }
        assertThat(codec.decode(packet))
                .as(what)
                .singleElement()
                .isInstanceOfSatisfying(
                        ClientPacket.Unreadable.class,
                        unreadable -> assertThat(unreadable.code()).isEqualTo(CloseCode.PROTOCOL_ERROR));
    }

    @Test
    void aPayloadThatUnfoldsToTooMuchIsNotUnfolded() {
        byte[] bomb = compressed(new byte[50_000_000]);
        assertThat(bomb.length).isLessThan(config.maxFrameBytes());
        assertThat(codec.decode(request(0x10, "a.b", bomb)))
                .containsExactly(
                        new ClientPacket.Unreadable(CloseCode.FRAME_TOO_LARGE, "the payload unfolds to too much"));
    }

    @Test
    void aCompressedPayloadIsReadUpToTheLimit() {
        String text = "{\"a\":\"" + "x".repeat(config.maxFrameBytes() - 8) + "\"}";
        ClientPacket.Data data =
                (ClientPacket.Data) codec.decode(request(0x10, "a.b", compressed(text.getBytes(UTF_8))))
                        .getFirst();
        assertThat(data.body().as(JsonNode.class)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "7",
                "null",
                "{\"sys\":[]}",
                "{\"sys\":{\"platform\":7}}",
                "{\"user\":[]}",
                "{\"user\":{\"token\":7}}",
                "{\"user\":{\"token\":\"t\",\"rooms\":[]}}"
            })
    void aHandshakeOfTheWrongShapeIsRefused(String greeting) {
        assertThat(greet(greeting).accepted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"sys\":null,\"user\":null}",
                "{\"sys\":{\"type\":\"js-websocket\",\"rsa\":{}},\"more\":[]}",
                "{\"user\":{\"token\":null,\"name\":[1]}}"
            })
    void everythingInAHandshakeMayBeMissing(String greeting) {
        assertThat(greet(greeting).accepted()).isTrue();
        assertThat(greet(greeting).opening()).isNull();
    }

    @Test
    void aTokenInTheHandshakeOpensTheSession() {
        assertThat(greet("{\"user\":{\"token\":\"t\",\"rooms\":{\"1\":{\"rev\":2}}}}")
                        .opening())
                .isNotNull()
                .satisfies(body -> assertThat(
                                body.as(JsonNode.class).at("/rooms/1/rev").asInt())
                        .isEqualTo(2));
    }

    @ParameterizedTest
    @CsvSource({
        "0,          00",
        "127,        7f",
        "128,        8001",
        "300,        ac02",
        "16383,      ff7f",
        "16384,      808001",
        "4294967295, ffffffff0f"
    })
    void numbers(long number, String written) {
        ByteBuffer to = ByteBuffer.allocate(Varint.MAX_BYTES);
        Varint.write(to, number);
        assertThat(to.flip()).isEqualTo(ByteBuffer.wrap(bytes(written)));
        assertThat(Varint.read(ByteBuffer.wrap(bytes(written)))).isEqualTo(number);
    }

    /** As pomelo-client-websocket writes 128, 256, 16384 and 32768. */
    @ParameterizedTest
    @ValueSource(strings = {"8100", "8200", "818000", "828000", "818001"})
    void numbersWithTheMostSignificantGroupFirstGoBackAsTheyCame(String written) {
        long number = Varint.read(ByteBuffer.wrap(bytes(written)));
        ByteBuffer to = ByteBuffer.allocate(Varint.MAX_BYTES);
        Varint.write(to, number);
        assertThat(to.flip()).isEqualTo(ByteBuffer.wrap(bytes(written)));
        assertThat(number).isPositive();
    }

    @Test
    void noTwoNumbersWithTheMostSignificantGroupFirstAreTakenForOne() {
        Set<Long> read = new HashSet<>();
        for (int number = 1; number <= 100_000; number++) {
            ByteBuffer written = ByteBuffer.allocate(3);
            for (int shift = number < 128 ? 0 : number < 16_384 ? 7 : 14; shift >= 0; shift -= 7) {
                written.put((byte) (number >> shift & 0x7f | (shift > 0 ? 0x80 : 0)));
            }
            read.add(Varint.read(written.flip()));
        }
        assertThat(read).hasSize(100_000);
    }

    @Test
    void idZeroIsANotify() {
        byte[] frame = request(0, "a.b", "{}".getBytes(UTF_8));
        frame[5] = 0;
        assertThat(codec.decode(frame))
                .singleElement()
                .isInstanceOfSatisfying(
                        ClientPacket.Data.class, data -> assertThat(data.id()).isNull());
    }

    @Test
    void whatOnlyServersSayIsIgnored() {
        assertThat(codec.decode(data(PitayaMessage.response(1, new byte[0])))).isEmpty();
        assertThat(codec.decode(data(PitayaMessage.push("a", new byte[0])))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``                 , unexpected end of JSON input",
                "`{`                , Unexpected end-of-input",
                "`[]`               , the payload is not a JSON object",
                "`{} {}`            , Trailing token",
                "`{\"seq\":\"one\"}`, /seq is not of the expected type or form"
            })
    void aPayloadThatDoesNotFitIsToldAsPitayaDoes(String payload, String reason) {
        record Place(Long seq) {}
        ClientPacket.Data data = (ClientPacket.Data)
                codec.decode(request(0, "a.b", payload.getBytes(UTF_8))).getFirst();
        assertThatThrownBy(() -> data.body().as(Place.class)).isInstanceOfSatisfying(ParleyException.class, e -> {
            assertThat(e.code().code()).isEqualTo("PIT-400");
            assertThat(e).hasMessageStartingWith(reason);
        });
    }

    @Test
    void surrogatesInPairsAreTheCharacterTheyStandFor() {
        byte[] text = bytes("7b2261223a22" + "eda0bdedb880" + "e4bda0" + "f09f9880" + "227d");
        ClientPacket.Data data =
                (ClientPacket.Data) codec.decode(request(0, "a.b", text)).getFirst();
        assertThat(data.body().as(JsonNode.class).get("a").asText()).isEqualTo("😀你😀");
        assertThat(PitayaText.decode(bytes("61eda0bd62")))
                .startsWith("a")
                .endsWith("b")
                .contains("\ufffd");
        assertThat(PitayaText.decode(bytes("eda0bd"))).contains("\ufffd");
    }

    @Test
    void errorsWithoutAnIdCannotBeSaid() {
        assertThat(codec.error(null, ParleyException.of(RequestError.MALFORMED)))
                .isNull();
    }

    @Test
    void everyPacketHasAFrameOfItsOwn() {
        List<EncodedFrame> packets = List.of(codec.heartbeat(), codec.response(1, Map.of()));
        assertThat(codec.join(packets)).isEqualTo(packets);
    }

    @Test
    void whoIsEndedIsToldWhyAndKicked() {
        assertThat(codec.farewell(CloseCode.REVOKED))
                .extracting(frame -> new String(frame.bytes(), UTF_8))
                .satisfiesExactly(
                        closing -> assertThat(closing).endsWith("session.closing{\"reason\":\"revoked\"}"),
                        kick -> assertThat(kick).isEqualTo("\u0005\0\0\0"));
        assertThat(codec.farewell(CloseCode.HEARTBEAT_MISSED)).isEmpty();
        assertThat(codec.farewell(CloseCode.PROTOCOL_ERROR)).isEmpty();
    }

    @Test
    void whateverIsWrittenIsReadTheSameAgain() {
        Random random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            byte[] payload = new byte[random.nextInt(300)];
            random.nextBytes(payload);
            PitayaMessage.Type type = PitayaMessage.Type.values()[random.nextInt(4)];
            boolean hasId = type == PitayaMessage.Type.REQUEST || type == PitayaMessage.Type.RESPONSE;
            PitayaMessage message = new PitayaMessage(
                    type,
                    hasId ? random.nextLong() >>> 8 + random.nextInt(55) : 0,
                    type == PitayaMessage.Type.RESPONSE ? "" : "路.".repeat(random.nextInt(60)),
                    random.nextBoolean(),
                    payload);
            byte[] frame = data(message);
            assertThat(PitayaMessage.decode(PitayaPacket.decode(frame).body(), 300))
                    .usingRecursiveComparison()
                    .isEqualTo(message);
        }
    }

    @Test
    void randomBytesNeverThrow() {
        Random random = new Random(SEED);
        for (int i = 0; i < 100_000; i++) {
            byte[] body = new byte[random.nextInt(40)];
            random.nextBytes(body);
            byte[] frame = new PitayaPacket(PitayaPacket.Type.values()[random.nextInt(5)], body).encode();
            if (random.nextInt(4) == 0) {
                random.nextBytes(frame);
            }
            List<ClientFrame> frames = codec.decode(frame);
            assertThat(frames).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void randomTextSurvivesEscaping() throws Exception {
        Random random = new Random(SEED);
        for (int i = 0; i < 5_000; i++) {
            String text = random.ints(0, 0x110000)
                    .filter(c -> c < 0xd800 || c > 0xdfff)
                    .limit(random.nextInt(20))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            byte[] json = Json.mapper().writeValueAsBytes(text);
            byte[] escaped = PitayaText.escape(json);
            for (byte unit : escaped) {
                assertThat(unit & 0xff).isLessThan(0xf0);
            }
            assertThat(Json.mapper().readValue(escaped, String.class)).isEqualTo(text);
            assertThat(PitayaText.decode(cesu8(text))).isEqualTo(text);
        }
        byte[] plain = "{\"a\":\"你好\"}".getBytes(UTF_8);
        assertThat(PitayaText.escape(plain)).isSameAs(plain);
    }

    /** Each UTF-16 unit for itself, as a naive client does it. */
    private static byte[] cesu8(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (char unit : text.toCharArray()) {
            if (unit < 0x80) {
                bytes.write(unit);
            } else if (unit < 0x800) {
                bytes.write(0xc0 | unit >> 6);
                bytes.write(0x80 | unit & 0x3f);
            } else {
                bytes.write(0xe0 | unit >> 12);
                bytes.write(0x80 | unit >> 6 & 0x3f);
                bytes.write(0x80 | unit & 0x3f);
            }
        }
        return bytes.toByteArray();
    }

    private ClientPacket.Greeting greet(String greeting) {
        byte[] frame = new PitayaPacket(PitayaPacket.Type.HANDSHAKE, greeting.getBytes(UTF_8)).encode();
        return (ClientPacket.Greeting) codec.decode(frame).getFirst();
    }

    private static byte[] data(PitayaMessage message) {
        return new PitayaPacket(PitayaPacket.Type.DATA, message.encode()).encode();
    }

    private static byte[] request(int flag, String route, byte[] payload) {
        byte[] frame = data(new PitayaMessage(PitayaMessage.Type.REQUEST, 1, route, false, payload));
        frame[4] |= (byte) flag;
        return frame;
    }

    private static byte[] compressed(byte[] payload) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(payload);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] step = new byte[4096];
            while (!deflater.finished()) {
                packed.write(step, 0, deflater.deflate(step));
            }
            return packed.toByteArray();
        }
    }
}
