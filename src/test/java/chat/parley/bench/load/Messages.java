package chat.parley.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Messages of 128 characters that begin with the time at which they were to be sent. */
public final class Messages {
    private static final int TEXT_LENGTH = 128;
    private static final AtomicLong KEYS = new AtomicLong();

    private Messages() {}

    /** A request to Parley, with a key that no other message has. */
    public static byte[] request(long id, long room, long planned) {
        String clientId = "00000000-0000-4000-8000-" + String.format("%012x", KEYS.incrementAndGet());
        return bytes("{\"id\":" + id + ",\"route\":\"room.sendMessage\",\"body\":{\"roomId\":\"" + room
                + "\",\"clientId\":\"" + clientId + "\",\"text\":\"" + text(planned) + "\"}}");
    }

    /** A push as Parley would make it: what a server that stores nothing only has to pass on. */
    public static byte[] push(long room, long number, long planned) {
        return bytes("{\"route\":\"room.message\",\"body\":{\"id\":\"" + room + "-" + number + "\",\"roomId\":\"" + room
                + "\",\"seq\":" + number + ",\"rev\":" + number
                + ",\"userId\":\"700000000000000000\",\"contentType\":\"TEXT\",\"text\":\"" + text(planned)
                + "\",\"createdAt\":\"2026-01-01T00:00:00.000Z\"}}");
    }

    // The padding must not begin with a digit.
    private static String text(long planned) {
        String time = Long.toString(planned);
        return time + " " + "x".repeat(TEXT_LENGTH - time.length() - 1);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.US_ASCII);
    }
}
