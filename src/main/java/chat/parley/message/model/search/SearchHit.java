package chat.parley.message.model.search;

import chat.parley.message.model.Message;
import java.util.List;

/** A message that was found, and where in its text. */
public record SearchHit(Message message, List<Highlight> highlights) {
    public SearchPlace place() {
        return new SearchPlace(message.createdAt(), message.roomId(), message.seq());
    }
}
