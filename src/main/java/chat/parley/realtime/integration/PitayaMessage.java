package chat.parley.realtime.integration;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a data packet holds.
 *
 * @param id relates a response to its request; 0 where there is none
 * @param route empty in a response, which has none
 * @param failed whether the payload tells of an error
 * @param payload not compressed
 */
record PitayaMessage(Type type, long id, String route, boolean failed, byte[] payload) {
    private static final int ROUTE_IS_A_CODE = 0x01;
    private static final int TYPE_MASK = 7;
    private static final int COMPRESSED = 0x10;
    private static final int FAILED = 0x20;
    private static final int MIN_BYTES = 2;

    /** In the order of their numbers, which begin with 0. */
    enum Type {
        REQUEST,
        NOTIFY,
        RESPONSE,
        PUSH
    }

    static PitayaMessage response(long id, byte[] payload) {
        return new PitayaMessage(Type.RESPONSE, id, "", false, payload);
    }

    static PitayaMessage error(long id, byte[] payload) {
        return new PitayaMessage(Type.RESPONSE, id, "", true, payload);
    }

    static PitayaMessage push(String route, byte[] payload) {
        return new PitayaMessage(Type.PUSH, 0, route, false, payload);
    }

    /**
     * Reads the body of a data packet.
     *
     * @param maxPayloadBytes how far a compressed payload may unfold
     * @throws UnreadableException if it breaks the format
     */
    static PitayaMessage decode(byte[] body, int maxPayloadBytes) {
        if (body.length < MIN_BYTES) {
            throw new UnreadableException("the message is too short");
        }
        try {
            return decode(ByteBuffer.wrap(body), maxPayloadBytes);
        } catch (BufferUnderflowException e) {
            throw new UnreadableException("the message ends too early");
        }
    }

    private static PitayaMessage decode(ByteBuffer body, int maxPayloadBytes) {
        int flag = body.get();
        Type type = typeOf(flag);
        long id = type == Type.REQUEST || type == Type.RESPONSE ? Varint.read(body) : 0;
        String route = type == Type.RESPONSE ? "" : route(body, flag);
        byte[] payload = new byte[body.remaining()];
        body.get(payload);
        return new PitayaMessage(
                type,
                id,
                route,
                (flag & FAILED) != 0,
                (flag & COMPRESSED) != 0 ? Zlib.inflate(payload, maxPayloadBytes) : payload);
    }

    private static Type typeOf(int flag) {
        int type = flag >> 1 & TYPE_MASK;
        if (type >= Type.values().length) {
            throw new UnreadableException("there is no such type of message");
        }
        return Type.values()[type];
    }

    private static String route(ByteBuffer body, int flag) {
        if ((flag & ROUTE_IS_A_CODE) != 0) {
            // The dictionary of the handshake is empty, so there is no code that could be known.
            throw new UnreadableException("unknown route code " + Short.toUnsignedInt(body.getShort()));
        }
        byte[] route = new byte[Byte.toUnsignedInt(body.get())];
        body.get(route);
        return new String(route, StandardCharsets.UTF_8);
    }

    byte[] encode() {
        byte[] name = route.getBytes(StandardCharsets.UTF_8);
        ByteBuffer body = ByteBuffer.allocate(1 + Varint.MAX_BYTES + 1 + name.length + payload.length);
        body.put((byte) (type.ordinal() << 1 | (failed ? FAILED : 0)));
        if (type == Type.REQUEST || type == Type.RESPONSE) {
            Varint.write(body, id);
        }
        if (type != Type.RESPONSE) {
            body.put((byte) name.length).put(name);
        }
        body.put(payload).flip();
        byte[] bytes = new byte[body.remaining()];
        body.get(bytes);
        return bytes;
    }
}
