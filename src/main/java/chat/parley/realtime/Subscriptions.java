package chat.parley.realtime;

import chat.parley.identity.UserId;

/** Which users' connections listen to which topic. Takes effect before the call returns; any thread. */
public interface Subscriptions {
    /** All present connections of the user; later ones ask {@link SessionContributor#topics}. */
    void subscribe(UserId user, Topic topic);

    void unsubscribe(UserId user, Topic topic);

    /** Whether any connection of the user listens to the topic; never reads the database. */
    boolean isSubscribed(UserId user, Topic topic);

    /** Every subscriber of a topic that no longer exists. */
    void unsubscribeAll(Topic topic);
}
