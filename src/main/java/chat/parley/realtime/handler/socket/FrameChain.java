package chat.parley.realtime.handler.socket;

import chat.parley.realtime.model.EncodedFrame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Frames that a socket is to write at its next flush, one behind the other, and the branch of a tree: the sockets of an
 * event loop that write the same frames in the same order share one chain, and so one buffer. Not thread-safe.
 */
final class FrameChain {
    private static final int FINAL_TEXT = 0x81;
    private static final int FINAL_BINARY = 0x82;
    private static final int LONGEST_HEADER = 10;

    /** So many continuations are known. Who comes with another one later writes bytes of its own. */
    private static final int BRANCHES = 4;

    private final @Nullable FrameChain before;
    private final @Nullable EncodedFrame last;
    private final boolean binary;
    private final int size;

    private @Nullable FrameChain @Nullable [] branches;
    private int nextBranch;
    private @Nullable ByteBuf buffer;

    private FrameChain(@Nullable FrameChain before, @Nullable EncodedFrame last, boolean binary, int size) {
        this.before = before;
        this.last = last;
        this.binary = binary;
        this.size = size;
    }

    /** The empty one, where all chains of a turn begin. */
    static FrameChain root() {
        return new FrameChain(null, null, false, 0);
    }

    /** This chain and one more frame. */
    FrameChain then(EncodedFrame frame, boolean inBinary) {
        @Nullable FrameChain[] known = branches;
        if (known == null) {
            known = new FrameChain[BRANCHES];
            branches = known;
        }
        for (FrameChain branch : known) {
            if (branch != null && branch.last == frame) {
                return branch;
            }
        }
        FrameChain longer = new FrameChain(this, frame, inBinary, size + LONGEST_HEADER + frame.size());
        known[nextBranch] = longer;
        nextBranch = (nextBranch + 1) % BRANCHES;
        return longer;
    }

    /** Bytes to write, at most. */
    int size() {
        return size;
    }

    /**
     * The chain as it goes over the network: a view of its own with a reference of its own; the bytes are shared.
     *
     * @param written gets this chain when its shared buffer is made, to {@linkplain #forgetBytes forget it} later
     */
    ByteBuf bytes(List<FrameChain> written) {
        ByteBuf shared = buffer;
        if (shared == null) {
            shared = PooledByteBufAllocator.DEFAULT.directBuffer(size);
            writeTo(shared);
            buffer = shared;
            written.add(this);
        }
        return shared.retainedDuplicate();
    }

    /** Whoever writes it from here on makes a new buffer; views of the old one stay what they are. */
    void forgetBytes() {
        ByteBuf shared = buffer;
        if (shared != null) {
            buffer = null;
            shared.release();
        }
    }

    private void writeTo(ByteBuf target) {
        if (before != null && last != null) {
            before.writeTo(target);
            write(target, last.bytes(), binary);
        }
    }

    /** A whole message in one frame; what a server sends is not masked. */
    private static void write(ByteBuf target, byte[] payload, boolean binary) {
        int length = payload.length;
        target.writeByte(binary ? FINAL_BINARY : FINAL_TEXT);
        if (length < 126) {
            target.writeByte(length);
        } else if (length <= 0xffff) {
            target.writeByte(126).writeShort(length);
        } else {
            target.writeByte(127).writeLong(length);
        }
        target.writeBytes(payload);
    }
}
