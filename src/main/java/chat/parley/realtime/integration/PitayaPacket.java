package chat.parley.realtime.integration;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The outer layer of Pitaya's format: a type, a length of 24 bits, a body. */
record PitayaPacket(Type type, byte[] body) {
    static final int HEADER_BYTES = 4;
    static final int MAX_BODY_BYTES = (1 << 24) - 1;

    /** In the order of their numbers, which begin with 1. */
    enum Type {
        HANDSHAKE,
        ACKNOWLEDGEMENT,
        HEARTBEAT,
        DATA,
        KICK
    }

    /**
     * Reads the one packet that a client's frame holds.
     *
     * @throws UnreadableException if it holds anything else
     */
    static PitayaPacket decode(byte[] frame) {
        if (frame.length < HEADER_BYTES) {
            throw new UnreadableException("the packet has no header");
        }
        int type = frame[0];
        if (type < 1 || type > Type.values().length) {
            throw new UnreadableException("there is no such type of packet");
        }
        if ((ByteBuffer.wrap(frame).getInt() & MAX_BODY_BYTES) != frame.length - HEADER_BYTES) {
            throw new UnreadableException("the packet's length is not that of its body");
        }
        return new PitayaPacket(Type.values()[type - 1], Arrays.copyOfRange(frame, HEADER_BYTES, frame.length));
    }

    byte[] encode() {
        if (body.length > MAX_BODY_BYTES) {
            throw new IllegalStateException("a packet of " + body.length + " bytes");
        }
        return ByteBuffer.allocate(HEADER_BYTES + body.length)
                .putInt((type.ordinal() + 1) << 24 | body.length)
                .put(body)
                .array();
    }
}
