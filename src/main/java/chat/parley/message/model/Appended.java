package chat.parley.message.model;

/**
 * A message that is in the log, committed.
 *
 * @param duplicate it was there before, under the same {@code clientId}; nothing was stored
 */
public record Appended(Message message, boolean duplicate) {}
