package chat.parley.realtime;

import chat.parley.identity.UserId;
import java.util.Collection;

/** Which users' connections listen to which topic. Any thread. */
public interface Subscriptions {
    /**
     * Whether these users belong to the topic has changed: {@link TopicMembers#settle} is called for those that are
     * connected, on each node. On this one it has returned when this call does.
     */
    void settle(Topic topic, Collection<UserId> users);

    /**
     * All present connections of the user on this node; later ones ask {@link SessionContributor#topics}. When the call
     * returns, whatever is published to the topic from then on reaches them, if the nodes can hear each other.
     */
    void subscribe(UserId user, Topic topic);

    /** All connections of the user on this node. */
    void unsubscribe(UserId user, Topic topic);

    /** Whether any connection of the user on this node listens to the topic; never reads the database. */
    boolean isSubscribed(UserId user, Topic topic);

    /** Subscribers on this node were told the topic's state up to this revision, and expect the ones that follow. */
    void covers(Topic topic, long revision);

    /** Every subscriber of a topic that no longer exists, on all nodes; they still get what was published before. */
    void unsubscribeAll(Topic topic);
}
