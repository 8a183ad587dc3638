package chat.parley.message.port;

import chat.parley.identity.UserId;
import chat.parley.message.model.Mentions;
import chat.parley.message.model.Message;
import chat.parley.message.model.MessageVersion;
import chat.parley.message.model.Pin;
import chat.parley.message.model.Recall;
import chat.parley.room.RoomId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes messages that {@link RoomLog#lock} returned in the caller's transaction. Each change takes the room's next
 * {@code rev}; the answer is the message as it stands then.
 */
public interface MessageChanges {
    /** Puts another text in the place of the present one, which is kept as a version. */
    Message edit(Message message, String text, @Nullable Mentions mentions, Instant at);

    /** Puts a tombstone in the place of the message; nothing of what it said, or was said of it, is kept. */
    Message recall(Message message, Recall recall);

    /** The user has not put this emoji under the message yet. */
    Message addReaction(Message message, String emoji, UserId user, Instant at);

    /** The user has put this emoji under the message. */
    Message removeReaction(Message message, String emoji, UserId user);

    Message pin(Message message, Pin pin);

    Message unpin(Message message);

    /** What the message said before it was edited, the latest first. */
    List<MessageVersion> versions(RoomId roomId, long seq);

    /** How many texts the message had before the present one. */
    int countVersions(RoomId roomId, long seq);

    /** The pinned messages, the one that was pinned last first. */
    List<Message> pinned(RoomId roomId);

    /** How many messages are pinned. */
    int countPins(RoomId roomId);
}
