package chat.parley.message.service.change;

import chat.parley.identity.UserId;
import chat.parley.message.model.Message;
import chat.parley.message.model.ReactionPolicy;
import chat.parley.message.port.MessageChanges;
import chat.parley.message.service.AnnounceEntriesService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Puts emoji under messages. */
@ApplicationScoped
public class ReactToMessageService {
    private final ChangeableMessages messages;
    private final MessageChanges changes;
    private final AnnounceEntriesService announcer;
    private final Clock clock;

    ReactToMessageService(
            ChangeableMessages messages, MessageChanges changes, AnnounceEntriesService announcer, Clock clock) {
        this.messages = messages;
        this.changes = changes;
        this.announcer = announcer;
        this.clock = clock;
    }

    /** What is as it shall be already is not changed. */
    @Transactional
    public Message react(ReactToMessage command) {
        String emoji = ReactionPolicy.emoji(command.emoji());
        UserId user = command.seat().userId();
        Message message = messages.holdWritable(command.seat(), command.seq()).message();
        if (ReactionPolicy.has(message, user, emoji) == command.on()) {
            return message;
        }
        Message changed = command.on() ? add(message, emoji, user) : changes.removeReaction(message, emoji, user);
        announcer.announce(List.of(changed));
        return changed;
    }

    private Message add(Message message, String emoji, UserId user) {
        ReactionPolicy.check(message, emoji);
        return changes.addReaction(message, emoji, user, clock.instant());
    }
}
