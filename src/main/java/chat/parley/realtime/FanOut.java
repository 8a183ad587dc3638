package chat.parley.realtime;

import chat.parley.identity.UserId;
import org.jspecify.annotations.Nullable;

/** Delivers pushes to connections, on this node and the others. Never blocks; any thread. */
public interface FanOut {
    /** To every subscriber of the topic. */
    void publish(Topic topic, Push push);

    /**
     * To every subscriber of a topic whose changes are numbered. Whatever order several threads call in, subscribers
     * get them by revision, each exactly once.
     */
    void publish(RevisedPush push);

    /** To every connection of the user on this node; the others say the same to theirs. */
    void publishHere(UserId user, Push push);

    /** Whether the user has a connection on this node. */
    boolean isHere(UserId user);

    /** To every subscriber of the topic on this node; the others say the same to theirs. */
    void publishHere(Topic topic, Push push);

    /** Whether anybody on this node subscribes to the topic. */
    boolean isHeardHere(Topic topic);

    /** Whether there may be other nodes, whose pushes can get lost on the way to this one. */
    boolean hasPeers();

    /**
     * What this thread publishes and answers during the work reaches each connection at once, at its end: for who tells
     * of many things in a row, such as a committed batch.
     */
    void together(Runnable work);

    /**
     * One numbered change of a topic.
     *
     * @param revision the change's number in its topic, one above the former
     * @param author gets {@code authorPush} instead of {@code push}
     */
    record RevisedPush(
            Topic topic,
            long revision,
            Push push,
            @Nullable UserId author,
            @Nullable Push authorPush) {}
}
