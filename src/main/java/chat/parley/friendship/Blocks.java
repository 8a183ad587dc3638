package chat.parley.friendship;

import chat.parley.identity.UserId;
import java.util.Collection;
import java.util.Set;

/** Who wants nothing to do with whom, for other features. */
public interface Blocks {
    /** Those of the users that the user blocked, or that blocked the user. One query. */
    Set<UserId> between(UserId user, Collection<UserId> users);
}
