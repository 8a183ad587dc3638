package chat.parley.message.model;

import chat.parley.identity.UserId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a message calls by name; stored and sent as JSON of just these fields.
 *
 * @param userIds in the order of the ids, so that the same people are always the same value
 * @param all everybody in the room; otherwise absent
 */
public record Mentions(List<UserId> userIds, @Nullable Boolean all) {
    public Mentions {
        userIds = userIds.stream().distinct().sorted().toList();
    }

    /** Null when nobody is called. */
    public static @Nullable Mentions of(Collection<UserId> users, boolean all) {
        return users.isEmpty() && !all ? null : new Mentions(List.copyOf(users), all ? true : null);
    }

    /** Whether this reader is meant. */
    public boolean concern(UserId reader) {
        return all != null || userIds.contains(reader);
    }
}
