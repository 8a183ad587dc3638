package chat.parley.realtime.handler.socket;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.realtime.model.EncodedFrame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.quarkus.websockets.next.WebSocketConnection;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What leaves with which flush, on a clock that the test moves. */
class EventLoopLaneTest {
    private static final long SOON = TimeUnit.MINUTES.toNanos(1);
    private static final long LATER = TimeUnit.MINUTES.toNanos(10);

    /** One entry for each flush: the texts that left with it. */
    private final List<List<String>> flushes = new ArrayList<>();

    private final List<String> unflushed = new ArrayList<>();
    private final EmbeddedChannel channel = new EmbeddedChannel(new Recorder(), new Encoder());
    private final EventLoopLane lane = EventLoopLane.of(channel.eventLoop());
    private final ChannelWire wire = wire();
    private final long now = System.nanoTime();

    @BeforeEach
    void theClockStands() {
        channel.freezeTime();
    }

    @Test
    void whatIsWrittenInATurnLeavesAtItsEnd() {
        lane.execute(() -> write("one"));
        lane.execute(() -> write("two"));
        channel.runPendingTasks();

        assertThat(flushes).containsExactly(List.of("one", "two"));
    }

    @Test
    void whatMayWaitLeavesWithWhatIsWrittenUntilThen() {
        patiently(SOON, "one");
        patiently(SOON, "two");
        assertThat(flushes).isEmpty();

        timePasses(SOON);

        assertThat(flushes).containsExactly(List.of("one", "two"));
    }

    @Test
    void whatDoesNotWaitTakesWhatWaitsAlongInOrder() {
        patiently(SOON, "push");
        lane.execute(() -> write("answer"));
        channel.runPendingTasks();
        assertThat(flushes).containsExactly(List.of("push", "answer"));

        timePasses(SOON);

        assertThat(flushes).hasSize(1);
    }

    @Test
    void theEarlierOfTwoDeparturesTakesBoth() {
        patiently(LATER, "one");
        patiently(SOON, "two");
        timePasses(SOON);
        assertThat(flushes).containsExactly(List.of("one", "two"));

        patiently(LATER, "three");
        timePasses(LATER);

        assertThat(flushes).containsExactly(List.of("one", "two"), List.of("three"));
    }

    @Test
    void muchDoesNotWait() {
        patiently(LATER, "x".repeat(20_000));

        assertThat(flushes).hasSize(1);
    }

    @Test
    void socketsOfWhichOneLeftEarlierGetTheSame() {
        ChannelWire other = wire();
        EncodedFrame shared = frame("shared");
        lane.execute(() -> lane.leavingAt(now + SOON, () -> {
            wire.write(shared, false);
            other.write(shared, false);
        }));
        channel.runPendingTasks();
        lane.execute(() -> wire.pong(Unpooled.EMPTY_BUFFER));
        channel.runPendingTasks();
        assertThat(flushes).containsExactly(List.of("shared", "pong"));

        timePasses(SOON);

        assertThat(flushes).containsExactly(List.of("shared", "pong"), List.of("shared"));
    }

    private ChannelWire wire() {
        ClassLoader loader = WebSocketConnection.class.getClassLoader();
        Object socket = Proxy.newProxyInstance(loader, new Class<?>[] {WebSocketConnection.class}, (p, m, a) -> null);
        return new ChannelWire((WebSocketConnection) socket, channel.pipeline().context(Encoder.class));
    }

    private void write(String text) {
        wire.write(frame(text), false);
    }

    private void patiently(long nanos, String text) {
        lane.execute(() -> lane.leavingAt(now + nanos, () -> write(text)));
        channel.runPendingTasks();
    }

    private void timePasses(long nanos) {
        channel.advanceTimeBy(nanos, TimeUnit.NANOSECONDS);
        channel.runScheduledPendingTasks();
        channel.runPendingTasks();
    }

    private static EncodedFrame frame(String text) {
        return new EncodedFrame(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Stands for the framework's encoder, which the wire writes past. */
    private static final class Encoder extends ChannelOutboundHandlerAdapter {}

    /** Writes down what reaches the network. */
    private final class Recorder extends ChannelOutboundHandlerAdapter {
        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (message instanceof ByteBuf bytes) {
                texts(bytes);
                bytes.release();
            } else {
                unflushed.add("pong");
            }
        }

        @Override
        public void flush(ChannelHandlerContext context) {
            flushes.add(List.copyOf(unflushed));
            unflushed.clear();
        }

        private void texts(ByteBuf frames) {
            while (frames.isReadable()) {
                frames.skipBytes(1);
                int length = frames.readUnsignedByte();
                int size = length == 126 ? frames.readUnsignedShort() : length;
                unflushed.add(
                        frames.readCharSequence(size, StandardCharsets.UTF_8).toString());
            }
        }
    }
}
