package chat.parley.message.service;

import chat.parley.message.model.Appended;
import chat.parley.message.model.Mentions;
import chat.parley.message.model.NewMessage;
import chat.parley.message.model.TextPolicy;
import chat.parley.message.port.MessageConfig;
import chat.parley.message.port.RoomLog;
import chat.parley.room.Seat;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says something in a room. Membership is checked by the log, under the room's lock. */
@ApplicationScoped
public class SendMessageService {
    private static final Logger LOG = Logger.getLogger(SendMessageService.class);

    private final RoomLog log;
    private final MentionsService mentions;
    private final TextPolicy texts;
    private final Clock clock;

    SendMessageService(RoomLog log, MentionsService mentions, MessageConfig config, Clock clock) {
        this.log = log;
        this.mentions = mentions;
        this.texts = new TextPolicy(config.maxTextCodePoints());
        this.clock = clock;
    }

    /** Completes after the commit, and after the message was handed to the fan-out. */
    public CompletionStage<Appended> send(SendMessage command) {
        String text = command.mediaId() == null ? texts.accept(command.text()) : texts.acceptCaption(command.text());
        return log.append(new NewMessage(
                command.seat(),
                command.clientId(),
                text,
                command.mediaId(),
                command.replySeq(),
                text == null ? null : mentionsOf(command.seat(), text),
                command.connectionId(),
                clock.instant()));
    }

    // Refused here, the message would let those behind it overtake it. So the log decides; and when the database is
    // away, it refuses this one too, and the repeat finds the names.
    private @Nullable Mentions mentionsOf(Seat author, String text) {
        try {
            return mentions.of(author, text);
        } catch (RuntimeException e) {
            LOG.warnf("a message goes out without its mentions: %s", e);
            return null;
        }
    }
}
