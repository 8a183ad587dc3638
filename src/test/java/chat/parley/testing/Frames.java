package chat.parley.testing;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** WebSocket frames as bytes (RFC 6455), as far as benchmarks and clients on bare sockets need them. */
public final class Frames {
    public static final int TEXT = 0x1;
    public static final int BINARY = 0x2;
    public static final int CLOSE = 0x8;
    public static final int PING = 0x9;
    public static final int PONG = 0xA;

    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;

    private Frames() {}

    /** A server's text frame. */
    public static ByteBuf text(byte[] payload) {
        ByteBuf frame = Unpooled.directBuffer(payload.length + 10);
        header(frame, TEXT, payload.length, 0);
        return frame.writeBytes(payload);
    }

    /** A client's frame. Every one is masked, as the protocol demands. */
    public static void writeMasked(ByteBuf out, int opcode, byte[] payload, int mask) {
        header(out, opcode, payload.length, MASKED);
        out.writeInt(mask);
        for (int i = 0; i < payload.length; i++) {
            out.writeByte(payload[i] ^ mask >>> 8 * (3 - i % 4));
        }
    }

    /** A client's frame; its mask is all zeros, which is as good as any. */
    public static byte[] masked(int opcode, byte[] payload) {
        ByteBuf frame = Unpooled.buffer(payload.length + 14);
        writeMasked(frame, opcode, payload, 0);
        return ByteBufUtil.getBytes(frame);
    }

    /** The upgrade request; the key may be any. */
    public static byte[] upgrade(int port) {
        return ("GET /ws HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Key: cGFybGV5IGJlbmNobWFyaw==\r\nSec-WebSocket-Version: 13\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void header(ByteBuf out, int opcode, int length, int masked) {
        out.writeByte(FINAL | opcode);
        if (length < 126) {
            out.writeByte(masked | length);
        } else if (length <= 0xFFFF) {
            out.writeByte(masked | 126).writeShort(length);
        } else {
            out.writeByte(masked | 127).writeLong(length);
        }
    }
}
