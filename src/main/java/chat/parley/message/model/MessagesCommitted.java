package chat.parley.message.model;

import java.util.List;

/**
 * New or changed log entries are, or will with the transaction under way be, committed.
 *
 * @param messages all of one transaction; for each room in the order of {@code rev}. One event for all, because
 *     observers that wait for a transaction's success see its events in no particular order
 */
public record MessagesCommitted(List<Message> messages) {}
