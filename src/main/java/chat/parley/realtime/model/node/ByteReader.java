package chat.parley.realtime.model.node;

import chat.parley.realtime.Push.Importance;
import chat.parley.realtime.Topic;
import chat.parley.realtime.model.EncodedPush;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Takes apart what {@link ByteWriter} put together; believes no length. */
final class ByteReader {
    private final ByteBuffer in;

    ByteReader(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    byte u8() {
        return in.get();
    }

    private int i32() {
        return in.getInt();
    }

    long i64() {
        return in.getLong();
    }

    byte[] bytes() {
        byte[] value = new byte[length()];
        in.get(value);
        return value;
    }

    // Every element takes a byte at least, so no honest length is above what is left.
    private int length() {
        int length = i32();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return length;
    }

    private String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    Topic topic() {
        return new Topic(text(), i64());
    }

    EncodedPush push() {
        String route = text();
        Importance importance = importance();
        return new EncodedPush(route, bytes(), importance);
    }

    private Importance importance() {
        return u8() == Importance.EPHEMERAL.ordinal() ? Importance.EPHEMERAL : Importance.DURABLE;
    }

    EncodedPush variant(EncodedPush push) {
        String route = text();
        Importance importance = importance();
        int head = i32();
        int tail = i32();
        byte[] middle = bytes();
        byte[] body = push.body();
        if (head < 0 || tail < 0 || head > body.length - tail) {
            throw new BufferUnderflowException();
        }
        ByteBuffer whole = ByteBuffer.allocate(head + middle.length + tail);
        whole.put(body, 0, head).put(middle).put(body, body.length - tail, tail);
        return new EncodedPush(route, whole.array(), importance);
    }

    <T> List<T> list(Supplier<T> read) {
        int size = length();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(read.get());
        }
        return values;
    }
}
