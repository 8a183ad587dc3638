package chat.parley.message.handler.socket;

import chat.parley.identity.UserId;
import chat.parley.message.handler.MessageResponse;
import chat.parley.message.model.RoomDelta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Either all that was missed, or {@code reset}; never a part. */
record RoomDeltaAnswer(
        @Nullable List<MessageResponse> messages, @Nullable Boolean reset, long rev) {
    static RoomDeltaAnswer from(RoomDelta delta, UserId reader) {
        return switch (delta) {
            case RoomDelta.Changes changes ->
                new RoomDeltaAnswer(
                        changes.messages().stream()
                                .map(message -> MessageResponse.from(message, reader))
                                .toList(),
                        null,
                        changes.rev());
            case RoomDelta.Reset reset -> new RoomDeltaAnswer(null, true, reset.rev());
        };
    }
}
