package chat.parley.message.model;

import java.util.List;

/**
 * New or changed log entries are, or will with the transaction under way be, committed.
 *
 * @param messages of one room, in the order of {@code rev}; one event for all, because observers that wait for a
 *     transaction's success see its events in no particular order
 */
public record MessagesCommitted(List<Message> messages) {
    public static MessagesCommitted of(Message message) {
        return new MessagesCommitted(List.of(message));
    }
}
