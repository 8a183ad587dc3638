package chat.parley.message.model;

import chat.parley.media.MediaId;
import chat.parley.room.Seat;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way into the log.
 *
 * @param clientId the author's key for "the same message again"
 * @param text null only with a file
 * @param mediaId the file that it brings
 * @param replySeq the message of the same room that this one answers
 * @param mentions whom it calls
 * @param connectionId whose messages keep their order; null if it stands alone
 */
public record NewMessage(
        Seat seat,
        UUID clientId,
        @Nullable String text,
        @Nullable MediaId mediaId,
        @Nullable Long replySeq,
        @Nullable Mentions mentions,
        @Nullable String connectionId,
        Instant createdAt) {}
