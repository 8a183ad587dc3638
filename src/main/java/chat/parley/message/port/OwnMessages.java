package chat.parley.message.port;

import chat.parley.identity.UserId;
import chat.parley.message.model.Message;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one person wrote, wherever that was. */
public interface OwnMessages {
    /**
     * In the order of their {@code clientId}s, the only one in which an author's messages can be found without reading
     * those of all others.
     *
     * @param after the last one of the former page
     */
    List<Message> page(UserId author, @Nullable UUID after, int limit);
}
