package chat.parley.message.model;

import chat.parley.message.MessageError;
import chat.parley.shared.error.ParleyException;

/** What can be pinned: what somebody said, and not too much of it. */
public final class PinPolicy {
    public static final int MAX_PINS = 100;

    private PinPolicy() {}

    /**
     * Lets one more through or says why not.
     *
     * @param pinned how many are pinned in the room
     */
    public static void check(Message message, int pinned) {
        if (message.contentType() == ContentType.SYSTEM) {
            throw ParleyException.of(MessageError.NOT_PINNABLE);
        }
        if (message.contentType() == ContentType.RECALLED) {
            throw ParleyException.of(MessageError.RECALLED);
        }
        if (pinned >= MAX_PINS) {
            throw ParleyException.of(MessageError.TOO_MANY_PINS);
        }
    }
}
