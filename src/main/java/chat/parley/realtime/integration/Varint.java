package chat.parley.realtime.integration;

import java.nio.ByteBuffer;

/**
 * Numbers in groups of seven bits, the least significant first; all bytes but the last have the high bit set. There are
 * clients that write the most significant group first. Their numbers read as others, which is no harm as long as they
 * get them back as they wrote them: so what reads as superfluous zeros, such as in their 128, stays with the number.
 */
final class Varint {
    static final int MAX_BYTES = 8;

    private static final int BITS = 7;
    /** Above the value, how many groups of zeros follow it. */
    private static final int ZEROS = BITS * MAX_BYTES;

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
                return value == 0 ? 0 : value | (long) (i + 1 - groups(value)) << ZEROS;
            }
        }
        throw new UnreadableException("a number does not end");
    }

    /** Writes what {@link #read} returned, or any number of up to 56 bits. */
    static void write(ByteBuffer to, long number) {
        long rest = number & (1L << ZEROS) - 1;
        long bytes = groups(rest) + (number >>> ZEROS);
        for (; bytes > 1; bytes--) {
            to.put((byte) (rest & GROUP | MORE));
            rest >>>= BITS;
        }
        to.put((byte) rest);
    }

    private static int groups(long value) {
        return Math.max(1, Math.ceilDiv(Long.SIZE - Long.numberOfLeadingZeros(value), BITS));
    }
}
