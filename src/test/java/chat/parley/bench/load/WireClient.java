package chat.parley.bench.load;

import chat.parley.testing.Frames;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/** One WebSocket of the load generator. Everything happens on the generator's event loop. */
public final class WireClient extends ChannelInboundHandlerAdapter {
    /** Told of every JSON object; the array is only good during the call. */
    public interface Listener {
        void object(byte[] data, int from, int to);

        /** The connection is gone; the code of the close frame, or -1 without one. */
        default void gone(int code) {}
    }

    private final int port;
    private final Listener listener;
    private final FrameReader frames = new FrameReader(this::frame);
    private final CompletableFuture<WireClient> opened = new CompletableFuture<>();
    private final int mask = ThreadLocalRandom.current().nextInt();
    private StringBuilder greeting = new StringBuilder();
    private Channel channel;
    private int closeCode = -1;

    WireClient(int port, Listener listener) {
        this.port = port;
        this.listener = listener;
    }

    CompletableFuture<WireClient> opened() {
        return opened;
    }

    /** Queues a text frame; {@link #flush} sends it. */
    public void write(byte[] text) {
        ByteBuf frame = channel.alloc().directBuffer(text.length + 14);
        Frames.writeMasked(frame, Frames.TEXT, text, mask);
        channel.write(frame, channel.voidPromise());
    }

    public void flush() {
        channel.flush();
    }

    public void send(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
        flush();
    }

    /** Stops or goes on reading from the socket; what arrives meanwhile piles up in front of it. */
    public void reading(boolean on) {
        channel.config().setAutoRead(on);
    }

    /** Cuts the connection without a word, as a lost network does. */
    public void cut() {
        channel.close();
    }

    public boolean isOpen() {
        return channel != null && channel.isActive();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channel = context.channel();
        byte[] request = Frames.upgrade(port);
        channel.writeAndFlush(channel.alloc().directBuffer(request.length).writeBytes(request));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf arrived = (ByteBuf) message;
        if (greeting != null) {
            greet(arrived);
        } else {
            frames.read(arrived);
        }
    }

    // The server speaks only when spoken to, so nothing follows its answer to the upgrade.
    private void greet(ByteBuf arrived) {
        greeting.append(arrived.toString(StandardCharsets.US_ASCII));
        arrived.release();
        if (greeting.indexOf("\r\n\r\n") < 0) {
            return;
        }
        String answer = greeting.toString();
        greeting = null;
        if (answer.startsWith("HTTP/1.1 101")) {
            opened.complete(this);
        } else {
            opened.completeExceptionally(new IllegalStateException("no upgrade: " + answer));
        }
    }

    private void frame(int opcode, byte[] data, int length) {
        switch (opcode) {
            case Frames.TEXT -> objects(data, length);
            case Frames.PING -> pong(data, length);
            case Frames.CLOSE -> closeCode = length < 2 ? 1005 : (data[0] & 0xFF) << 8 | data[1] & 0xFF;
            default -> throw new IllegalStateException("unexpected frame, opcode " + opcode);
        }
    }

    private void objects(byte[] data, int length) {
        int from = 0;
        for (int i = 0; i < length; i++) {
            if (data[i] == '\n') {
                listener.object(data, from, i);
                from = i + 1;
            }
        }
        listener.object(data, from, length);
    }

    private void pong(byte[] data, int length) {
        ByteBuf frame = channel.alloc().directBuffer(length + 14);
        byte[] payload = new byte[length];
        System.arraycopy(data, 0, payload, 0, length);
        Frames.writeMasked(frame, Frames.PONG, payload, mask);
        channel.writeAndFlush(frame, channel.voidPromise());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        opened.completeExceptionally(new IllegalStateException("closed before it was open"));
        listener.gone(closeCode);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        opened.completeExceptionally(failure);
        context.close();
        if (!(failure instanceof java.io.IOException)) {
            Thread.currentThread().getThreadGroup().uncaughtException(Thread.currentThread(), failure);
        }
    }
}
