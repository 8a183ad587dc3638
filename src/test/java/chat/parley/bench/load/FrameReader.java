package chat.parley.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** Cuts a stream of bytes into WebSocket frames and copies each payload into one array that is used again. */
public final class FrameReader {
    /** What is told about each frame; the array is only good during the call. */
    public interface Sink {
        void frame(int opcode, byte[] data, int length);
    }

    private static final ThreadLocal<byte[][]> SCRATCH = ThreadLocal.withInitial(() -> new byte[][] {new byte[4096]});

    private final Sink sink;
    private ByteBuf rest = Unpooled.EMPTY_BUFFER;

    public FrameReader(Sink sink) {
        this.sink = sink;
    }

    /** Takes what has arrived and releases it. */
    public void read(ByteBuf arrived) {
        ByteBuf buffer = rest.isReadable() ? Unpooled.wrappedBuffer(rest, arrived) : arrived;
        while (readOne(buffer)) {
            // one frame after the other
        }
        rest = buffer.isReadable() ? Unpooled.copiedBuffer(buffer) : Unpooled.EMPTY_BUFFER;
        buffer.release();
    }

    private boolean readOne(ByteBuf buffer) {
        int start = buffer.readerIndex();
        int readable = buffer.readableBytes();
        if (readable < 2) {
            return false;
        }
        int second = buffer.getUnsignedByte(start + 1);
        boolean masked = (second & 0x80) != 0;
        int short7 = second & 0x7F;
        int lengthBytes = short7 == 126 ? 2 : short7 == 127 ? 8 : 0;
        int header = 2 + lengthBytes + (masked ? 4 : 0);
        if (readable < header) {
            return false;
        }
        int length = lengthBytes == 0
                ? short7
                : lengthBytes == 2 ? buffer.getUnsignedShort(start + 2) : (int) buffer.getLong(start + 2);
        if (readable - header < length) {
            return false;
        }
        int opcode = buffer.getByte(start) & 0x0F;
        int mask = masked ? buffer.getInt(start + header - 4) : 0;
        byte[] data = scratch(length);
        buffer.getBytes(start + header, data, 0, length);
        buffer.readerIndex(start + header + length);
        unmask(data, length, mask);
        sink.frame(opcode, data, length);
        return true;
    }

    private static void unmask(byte[] data, int length, int mask) {
        for (int i = 0; mask != 0 && i < length; i++) {
            data[i] ^= (byte) (mask >>> 8 * (3 - i % 4));
        }
    }

    private static byte[] scratch(int length) {
        byte[][] holder = SCRATCH.get();
        if (holder[0].length < length) {
            holder[0] = new byte[Integer.highestOneBit(length) * 2];
        }
        return holder[0];
    }
}
