package chat.parley.bench.load;

import java.nio.charset.StandardCharsets;

/**
 * Reads single values out of JSON bytes by looking for their keys. A parser would cost more than the server that is
 * measured; this is enough for frames whose shape we know, in which no text of ours contains a quotation mark.
 */
public final class Json {
    private Json() {}

    /** A key as it stands in a frame. */
    public static byte[] key(String name) {
        return ("\"" + name + "\":").getBytes(StandardCharsets.US_ASCII);
    }

    /** Where the value behind the key begins, or -1. */
    public static int valueOf(byte[] key, byte[] data, int from, int to) {
        int last = to - key.length;
        for (int i = from; i <= last; i++) {
            if (data[i] == '"' && matches(key, data, i)) {
                return i + key.length;
            }
        }
        return -1;
    }

    /** Whether the data goes on with this at that place; there must be enough of it. */
    public static boolean matches(byte[] expected, byte[] data, int at) {
        for (int i = 0; i < expected.length; i++) {
            if (data[at + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** The digits at that place, with or without a quotation mark before them. */
    public static long number(byte[] data, int at) {
        int i = data[at] == '"' ? at + 1 : at;
        long number = 0;
        for (; i < data.length && data[i] >= '0' && data[i] <= '9'; i++) {
            number = number * 10 + (data[i] - '0');
        }
        return number;
    }

    /** The number behind the key, or -1 when there is no such key. */
    public static long number(byte[] key, byte[] data, int from, int to) {
        int at = valueOf(key, data, from, to);
        return at < 0 ? -1 : number(data, at);
    }

    /** The text behind the key; what is escaped stays so. */
    public static String text(byte[] key, byte[] data, int from, int to) {
        int at = valueOf(key, data, from, to) + 1;
        if (at == 0) {
            throw new IllegalStateException("no " + new String(key, StandardCharsets.US_ASCII) + " in "
                    + new String(data, from, to - from, StandardCharsets.UTF_8));
        }
        int end = at;
        while (data[end] != '"') {
            end++;
        }
        return new String(data, at, end - at, StandardCharsets.UTF_8);
    }
}
