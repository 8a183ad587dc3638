package chat.parley.realtime.handler.socket;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.realtime.model.EncodedFrame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrameChainTest {
    private static final EncodedFrame HELLO = frame("hello");
    private static final EncodedFrame WORLD = frame("world");

    private final FrameChain root = FrameChain.root();
    private final List<FrameChain> written = new ArrayList<>();

    @AfterEach
    void releases() {
        written.forEach(FrameChain::forgetBytes);
    }

    @Test
    void socketsThatWriteTheSameShareOneBuffer() {
        FrameChain one = root.then(HELLO, false).then(WORLD, false);
        FrameChain other = root.then(HELLO, false).then(WORLD, false);

        read(one);
        read(other);

        assertThat(other).isSameAs(one);
        assertThat(written).hasSize(1);
    }

    @Test
    void whoWritesSomethingElseInBetweenHasBytesOfItsOwn() {
        FrameChain author = root.then(HELLO, false).then(frame("yours"), false).then(WORLD, false);
        FrameChain others = root.then(HELLO, false).then(WORLD, false);

        assertThat(read(author)).containsExactly("hello", "yours", "world");
        assertThat(read(others)).containsExactly("hello", "world");
        assertThat(read(root.then(HELLO, false))).containsExactly("hello");
    }

    @Test
    void moreContinuationsThanAreKnownAreStillWritten() {
        List<FrameChain> chains = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            chains.add(root.then(HELLO, false).then(frame("to " + i), false));
        }

        for (int i = 0; i < 10; i++) {
            assertThat(read(chains.get(i))).containsExactly("hello", "to " + i);
        }
    }

    @Test
    void framesOfEveryLengthAreWebSocketFrames() {
        List<String> texts =
                List.of("", "x".repeat(125), "x".repeat(126), "x".repeat(0xffff), "x".repeat(0x10000), "ünïcödé");
        FrameChain chain = root;
        for (String text : texts) {
            chain = chain.then(frame(text), false);
        }

        assertThat(read(chain)).isEqualTo(texts);
    }

    @Test
    void binaryFramesAreBinary() {
        ByteBuf bytes = root.then(HELLO, true).bytes(written);

        assertThat(decode(bytes)).singleElement().isInstanceOf(BinaryWebSocketFrame.class);
    }

    private List<String> read(FrameChain chain) {
        List<String> texts = new ArrayList<>();
        for (WebSocketFrame frame : decode(chain.bytes(written))) {
            texts.add(((TextWebSocketFrame) frame).text());
        }
        return texts;
    }

    /** As a client does. */
    private static List<WebSocketFrame> decode(ByteBuf bytes) {
        WebSocketDecoderConfig client = WebSocketDecoderConfig.newBuilder()
                .expectMaskedFrames(false)
                .maxFramePayloadLength(1 << 20)
                .build();
        EmbeddedChannel channel = new EmbeddedChannel(new WebSocket13FrameDecoder(client));
        channel.writeInbound(Unpooled.copiedBuffer(bytes));
        bytes.release();
        List<WebSocketFrame> frames = new ArrayList<>();
        for (WebSocketFrame frame = channel.readInbound(); frame != null; frame = channel.readInbound()) {
            assertThat(frame.isFinalFragment()).isTrue();
            frames.add(frame);
        }
        return frames;
    }

    private static EncodedFrame frame(String text) {
        return new EncodedFrame(text.getBytes(StandardCharsets.UTF_8));
    }
}
