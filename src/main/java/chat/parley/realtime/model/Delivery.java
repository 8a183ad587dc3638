package chat.parley.realtime.model;

/** What became of something that was to be sent. */
public enum Delivery {
    /** On its way, or waiting for its turn. */
    ACCEPTED,
    /** Ephemeral, and the client is slow: it goes without. */
    DROPPED,
    /** Must arrive and cannot: the connection has to end. */
    OVERFLOW
}
