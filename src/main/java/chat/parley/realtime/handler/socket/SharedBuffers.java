package chat.parley.realtime.handler.socket;

import chat.parley.realtime.model.EncodedFrame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * The latest frames as they go over the network, header included: all connections of an event loop write the same
 * bytes. Nothing outlives the turn but what waits in a socket's own queue. Not thread-safe.
 */
final class SharedBuffers {
    private static final int FINAL_TEXT = 0x81;
    private static final int FINAL_BINARY = 0x82;
    private static final int LONGEST_HEADER = 10;
    private static final int SLOTS = 4;

    private final @Nullable EncodedFrame[] frames = new EncodedFrame[SLOTS];
    private final @Nullable ByteBuf[] buffers = new ByteBuf[SLOTS];
    private int next;

    /** A view of its own with a reference of its own; the bytes are shared. */
    ByteBuf of(EncodedFrame frame, boolean binary) {
        for (int slot = 0; slot < SLOTS; slot++) {
            ByteBuf known = buffers[slot];
            if (frames[slot] == frame && known != null) {
                return known.retainedDuplicate();
            }
        }
        int slot = next;
        next = (next + 1) % SLOTS;
        release(slot);
        ByteBuf buffer = write(frame.bytes(), binary);
        frames[slot] = frame;
        buffers[slot] = buffer;
        return buffer.retainedDuplicate();
    }

    void release() {
        for (int slot = 0; slot < SLOTS; slot++) {
            release(slot);
        }
    }

    private void release(int slot) {
        ByteBuf buffer = buffers[slot];
        if (buffer != null) {
            buffers[slot] = null;
            frames[slot] = null;
            buffer.release();
        }
    }

    /** A whole message in one frame; what a server sends is not masked. */
    private static ByteBuf write(byte[] payload, boolean binary) {
        int length = payload.length;
        ByteBuf buffer = PooledByteBufAllocator.DEFAULT.directBuffer(length + LONGEST_HEADER);
        buffer.writeByte(binary ? FINAL_BINARY : FINAL_TEXT);
        if (length < 126) {
            buffer.writeByte(length);
        } else if (length <= 0xffff) {
            buffer.writeByte(126).writeShort(length);
        } else {
            buffer.writeByte(127).writeLong(length);
        }
        return buffer.writeBytes(payload);
    }
}
