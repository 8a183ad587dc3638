package chat.parley.message.service;

import chat.parley.message.model.Message;
import jakarta.transaction.TransactionScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The log entries of the transaction under way. */
@TransactionScoped
class TransactionEntries {
    private final List<Message> messages = new ArrayList<>();

    /** Returns whether they are the first. */
    boolean add(List<Message> more) {
        boolean first = messages.isEmpty();
        messages.addAll(more);
        return first && !more.isEmpty();
    }

    /** All of them, also those that are still to come. */
    List<Message> all() {
        return Collections.unmodifiableList(messages);
    }
}
