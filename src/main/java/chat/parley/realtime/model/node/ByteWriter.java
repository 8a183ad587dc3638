package chat.parley.realtime.model.node;

import chat.parley.realtime.Topic;
import chat.parley.realtime.model.EncodedPush;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Puts together what {@link ByteReader} takes apart. */
final class ByteWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    ByteWriter u8(int value) {
        out.write(value);
        return this;
    }

    ByteWriter i32(int value) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
        return this;
    }

    ByteWriter i64(long value) {
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        return this;
    }

    ByteWriter bytes(byte[] value) {
        return bytes(value, 0, value.length);
    }

    private ByteWriter bytes(byte[] value, int from, int to) {
        i32(to - from);
        out.write(value, from, to - from);
        return this;
    }

    ByteWriter text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    ByteWriter topic(Topic topic) {
        return text(topic.kind()).i64(topic.id());
    }

    ByteWriter push(EncodedPush push) {
        return text(push.route()).u8(push.importance().ordinal()).bytes(push.body());
    }

    /** A push that differs from another in one place: only that place is written. */
    ByteWriter variant(EncodedPush push, EncodedPush variant) {
        byte[] one = push.body();
        byte[] other = variant.body();
        int shorter = Math.min(one.length, other.length);
        int head = Math.floorMod(Arrays.mismatch(one, other), shorter + 1);
        int tail = 0;
        while (tail < shorter - head && one[one.length - 1 - tail] == other[other.length - 1 - tail]) {
            tail++;
        }
        return text(variant.route())
                .u8(variant.importance().ordinal())
                .i32(head)
                .i32(tail)
                .bytes(other, head, other.length - tail);
    }

    <T> ByteWriter list(List<T> values, Consumer<T> write) {
        i32(values.size());
        values.forEach(write);
        return this;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
