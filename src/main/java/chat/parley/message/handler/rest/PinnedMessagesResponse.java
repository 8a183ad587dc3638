package chat.parley.message.handler.rest;

import chat.parley.identity.UserId;
import chat.parley.message.handler.MessageResponse;
import chat.parley.message.model.Message;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PinnedMessages", description = "The one that was pinned last first.")
record PinnedMessagesResponse(List<MessageResponse> messages) {
    static PinnedMessagesResponse from(List<Message> pinned, UserId reader) {
        return new PinnedMessagesResponse(pinned.stream()
                .map(message -> MessageResponse.from(message, reader))
                .toList());
    }
}
