package chat.parley.realtime.integration;

import java.nio.ByteBuffer;

/** Numbers in groups of seven bits, the least significant first; all bytes but the last have the high bit set. */
final class Varint {
    /** Enough for every positive {@code long}. */
    static final int MAX_BYTES = 9;

    private static final int BITS = 7;
    private static final int MORE = 0x80;
    private static final int GROUP = 0x7f;

    private Varint() {}

    /**
     * Reads one number.
     *
     * @throws UnreadableException if it does not end in time
     */
    static long read(ByteBuffer from) {
        long value = 0;
        for (int i = 0; i < MAX_BYTES; i++) {
            int group = from.get();
            value |= (long) (group & GROUP) << (BITS * i);
            if ((group & MORE) == 0) {
                return value;
            }
        }
        throw new UnreadableException("a number does not end");
    }

    static void write(ByteBuffer to, long value) {
        long rest = value;
        for (; rest > GROUP; rest >>>= BITS) {
            to.put((byte) (rest & GROUP | MORE));
        }
        to.put((byte) rest);
    }
}
