package chat.parley.realtime;

import chat.parley.identity.UserId;
import java.util.Collection;
import java.util.Set;

/** Who may know whether somebody is there. What any feature allows is allowed. */
public interface PresenceVisibility {
    /** Those of the users whose presence the watcher may see. A bounded number of queries. */
    Set<UserId> visible(UserId watcher, Collection<UserId> users);
}
