package chat.parley.realtime;

import chat.parley.identity.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Who belongs to the topics of a kind; the feature that owns them says so. */
public interface TopicMembers {
    String kind();

    /** The topics that each of the users belongs to; users without any may be left out. One query. */
    Map<UserId, Set<Topic>> topics(Collection<UserId> users);

    /**
     * Reads whether the user belongs to the topic at this moment, lets the connections of this node listen or not
     * listen accordingly, and tells them.
     */
    void settle(UserId user, Topic topic);
}
