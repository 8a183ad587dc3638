package chat.parley.message.model;

/** What a log entry holds. The names are those of the wire and of the table. */
public enum ContentType {
    TEXT,
    MEDIA,
    /** The room's own notice: somebody came, a name changed. */
    SYSTEM,
    /** A tombstone: the number stays, the content is gone. */
    RECALLED
}
