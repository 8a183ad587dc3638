package chat.parley.message.model;

import chat.parley.identity.UserId;
import chat.parley.message.MessageError;
import chat.parley.shared.error.ParleyException;

/** Who may edit what: authors what they said themselves, and nobody what somebody else said. */
public final class EditPolicy {
    /** None is thrown away, because what was said first is what somebody may have to look for. */
    public static final int MAX_VERSIONS = 100;

    private EditPolicy() {}

    /** Lets the edit through or says why not. */
    public static void check(Message message, UserId user) {
        if (message.contentType() == ContentType.SYSTEM) {
            throw ParleyException.of(MessageError.NOT_EDITABLE);
        }
        if (!message.userId().equals(user)) {
            throw ParleyException.of(MessageError.EDIT_FORBIDDEN);
        }
        if (message.contentType() == ContentType.RECALLED) {
            throw ParleyException.of(MessageError.RECALLED);
        }
    }
}
