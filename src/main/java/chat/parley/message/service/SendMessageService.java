package chat.parley.message.service;

import chat.parley.message.model.Appended;
import chat.parley.message.model.NewMessage;
import chat.parley.message.model.TextPolicy;
import chat.parley.message.port.MessageConfig;
import chat.parley.message.port.RoomLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.CompletionStage;

/** Says something in a room. Membership is checked by the log, under the room's lock. */
@ApplicationScoped
public class SendMessageService {
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
        String text = texts.accept(command.text());
        return log.append(new NewMessage(
                command.seat(),
                command.clientId(),
                text,
                command.replySeq(),
                mentions.of(command.seat(), text),
                command.connectionId(),
                clock.instant()));
    }
}
