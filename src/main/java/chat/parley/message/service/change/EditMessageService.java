package chat.parley.message.service.change;

import chat.parley.message.MessageError;
import chat.parley.message.model.EditPolicy;
import chat.parley.message.model.Message;
import chat.parley.message.model.TextPolicy;
import chat.parley.message.port.MessageChanges;
import chat.parley.message.port.MessageConfig;
import chat.parley.message.service.AnnounceEntriesService;
import chat.parley.message.service.MentionsService;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Changes what a message says. What it said before is kept for the room's admins. */
@ApplicationScoped
public class EditMessageService {
    private final ChangeableMessages messages;
    private final MessageChanges changes;
    private final MentionsService mentions;
    private final AnnounceEntriesService announcer;
    private final TextPolicy texts;
    private final Clock clock;

    EditMessageService(
            ChangeableMessages messages,
            MessageChanges changes,
            MentionsService mentions,
            AnnounceEntriesService announcer,
            MessageConfig config,
            Clock clock) {
        this.messages = messages;
        this.changes = changes;
        this.mentions = mentions;
        this.announcer = announcer;
        this.texts = new TextPolicy(config.maxTextCodePoints());
        this.clock = clock;
    }

    /** The same text once more changes nothing. */
    @Transactional
    public Message edit(EditMessage command) {
        String text = texts.accept(command.text());
        Message message = messages.holdWritable(command.seat(), command.seq()).message();
        EditPolicy.check(message, command.seat().userId());
        if (text.equals(message.text())) {
            return message;
        }
        if (changes.countVersions(message.roomId(), message.seq()) >= EditPolicy.MAX_VERSIONS) {
            throw ParleyException.of(MessageError.TOO_MANY_EDITS);
        }
        Message edited = changes.edit(message, text, mentions.of(command.seat(), text), clock.instant());
        announcer.announce(List.of(edited));
        return edited;
    }
}
