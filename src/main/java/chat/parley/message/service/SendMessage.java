package chat.parley.message.service;

import chat.parley.media.MediaId;
import chat.parley.room.Seat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member says something.
 *
 * @param clientId the sender's key; repeating it returns the stored message, for good
 * @param mediaId the file that it brings; may do without a text
 * @param replySeq the message of the same room that this one answers
 * @param connectionId whose messages keep their order; null if it stands alone
 */
public record SendMessage(
        Seat seat,
        UUID clientId,
        @Nullable String text,
        @Nullable MediaId mediaId,
        @Nullable Long replySeq,
        @Nullable String connectionId) {}
