package chat.parley.realtime;

/**
 * Something the server says unasked.
 *
 * @param body written as JSON once per wire format, however many connections get it
 * @param importance whether a slow connection may go without it
 */
public record Push(String route, Object body, Importance importance) {
    public enum Importance {
        /** Must arrive, or the connection ends and its client syncs. */
        DURABLE,
        /** Dropped first when a connection is slow: typing, presence. */
        EPHEMERAL
    }

    public static Push durable(String route, Object body) {
        return new Push(route, body, Importance.DURABLE);
    }

    public static Push ephemeral(String route, Object body) {
        return new Push(route, body, Importance.EPHEMERAL);
    }
}
