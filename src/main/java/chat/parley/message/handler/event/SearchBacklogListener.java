package chat.parley.message.handler.event;

import chat.parley.message.model.Message;
import chat.parley.message.model.MessagesCommitted;
import chat.parley.message.service.search.SearchBacklog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.stream.Collectors;

/** Notes what is to be indexed; that is all that a commit waits for. */
@ApplicationScoped
class SearchBacklogListener {
    private final SearchBacklog backlog;

    SearchBacklogListener(SearchBacklog backlog) {
        this.backlog = backlog;
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesCommitted event) {
        backlog.heard(
                event.messages().stream().map(Message::roomId).collect(Collectors.toSet()),
                event.messages().size());
    }
}
