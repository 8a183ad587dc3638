package chat.parley.message.model;

import chat.parley.identity.UserId;
import chat.parley.message.MessageError;
import chat.parley.shared.error.ParleyException;

/** Who may take back what: authors their own messages, a room's admins all of them, nobody the room's notices. */
public final class RecallPolicy {
    private RecallPolicy() {}

    /**
     * Lets the recall through or says why not.
     *
     * @param moderates whether the user is an admin or the creator of the room
     */
    public static void check(Message message, UserId user, boolean moderates) {
        if (message.contentType() == ContentType.SYSTEM) {
            throw ParleyException.of(MessageError.NOT_RECALLABLE);
        }
        if (!moderates && !message.userId().equals(user)) {
            throw ParleyException.of(MessageError.RECALL_FORBIDDEN);
        }
    }
}
