package chat.parley.message.model;

/** A new or changed log entry is, or will with the transaction under way be, committed. */
public record MessageCommitted(Message message) {}
