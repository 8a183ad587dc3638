package chat.parley.realtime;

import chat.parley.identity.UserId;
import java.util.List;

/**
 * Something without numbered changes is not what it was; how it stands now is told by a {@link StateTeller}.
 *
 * @param subject what it is; the name of its kind is its teller's
 * @param about the people concerned; nobody means all of it
 */
public record StateChange(Topic subject, List<UserId> about) {
    public StateChange {
        about = List.copyOf(about);
    }
}
