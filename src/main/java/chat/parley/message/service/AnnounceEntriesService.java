package chat.parley.message.service;

import chat.parley.message.model.Message;
import chat.parley.message.model.MessagesCommitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;

/**
 * Tells what a transaction writes into the log: with one event however often it writes, since observers that wait for
 * its success are called in no particular order.
 */
@ApplicationScoped
public class AnnounceEntriesService {
    private final TransactionEntries entries;
    private final Event<MessagesCommitted> committed;

    AnnounceEntriesService(TransactionEntries entries, Event<MessagesCommitted> committed) {
        this.entries = entries;
        this.committed = committed;
    }

    /** The entries, for each room in the order of {@code rev}. */
    public void announce(List<Message> messages) {
        if (entries.add(messages)) {
            committed.fire(new MessagesCommitted(entries.all()));
        }
    }
}
