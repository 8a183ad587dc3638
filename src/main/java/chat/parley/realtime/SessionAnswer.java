package chat.parley.realtime;

import java.util.Set;

/** Collects the answer to {@code session.open}. */
public interface SessionAnswer {
    /** Adds a top-level field. */
    void put(String field, Object value);

    /**
     * The answer holds the topic's state up to this revision: held pushes up to it are not sent again. When several
     * contributors say so, the smallest revision holds.
     */
    void covers(Topic topic, long revision);

    /** The topics of this kind that are still right; subscriptions to others of the kind end. */
    void retain(String kind, Set<Topic> topics);
}
