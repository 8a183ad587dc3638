package chat.parley.identity.model;

/** What is known of a session without asking the database. */
public enum Liveness {
    ALIVE,
    ENDED,
    UNKNOWN
}
