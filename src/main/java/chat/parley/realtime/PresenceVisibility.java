package chat.parley.realtime;

import chat.parley.identity.UserId;
import java.util.Collection;
import java.util.Set;

/** Who may know whether somebody is there. What any feature allows is allowed, unless one forbids it. */
public interface PresenceVisibility {
    /** Those of the users whose presence the watcher may see. A bounded number of queries. */
    Set<UserId> visible(UserId watcher, Collection<UserId> users);

    /** Those of the users whose presence the watcher may not see, whoever allows it. */
    default Set<UserId> hidden(UserId watcher, Collection<UserId> users) {
        return Set.of();
    }
}
