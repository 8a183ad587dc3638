package chat.parley.message.handler;

import chat.parley.identity.UserId;
import chat.parley.message.model.MessagePage;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stretch of history, oldest first. */
@Schema(name = "MessagePage")
public record MessagePageResponse(
        List<MessageResponse> messages,

        @Schema(description = "Whether there is more in the direction that was asked for.")
        boolean hasMore) {

    public static MessagePageResponse from(MessagePage page, UserId reader) {
        return new MessagePageResponse(
                page.messages().stream()
                        .map(message -> MessageResponse.from(message, reader))
                        .toList(),
                page.hasMore());
    }
}
