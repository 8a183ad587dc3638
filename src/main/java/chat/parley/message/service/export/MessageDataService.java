package chat.parley.message.service.export;

import chat.parley.identity.PersonalData;
import chat.parley.identity.UserId;
import chat.parley.message.model.ContentType;
import chat.parley.message.model.Message;
import chat.parley.message.port.OwnMessages;
import chat.parley.room.RoomId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a person wrote, for them to take along: everywhere, also in rooms they are not in any more. */
@ApplicationScoped
class MessageDataService implements PersonalData {
    private static final int AT_ONCE = 500;

    private final OwnMessages messages;

    MessageDataService(OwnMessages messages) {
        this.messages = messages;
    }

    private record Written(
            RoomId roomId,
            long seq,
            ContentType contentType,
            @Nullable String text,
            @Nullable Long replySeq,
            Instant createdAt,
            @Nullable Instant editedAt) {
        static Written of(Message message) {
            return new Written(
                    message.roomId(),
                    message.seq(),
                    message.contentType(),
                    message.text(),
                    message.replySeq(),
                    message.createdAt(),
                    message.editedAt());
        }
    }

    @Override
    public String section() {
        return "messages";
    }

    @Override
    public void each(UserId user, Consumer<Object> record) {
        UUID after = null;
        List<Message> page;
        do {
            page = messages.page(user, after, AT_ONCE);
            page.forEach(message -> record.accept(Written.of(message)));
            after = page.isEmpty() ? null : page.getLast().clientId();
        } while (page.size() == AT_ONCE);
    }
}
