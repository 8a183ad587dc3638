package chat.parley.realtime;

import chat.parley.realtime.FanOut.RevisedPush;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The numbered changes of all topics of a kind, as the database has them: for what was lost between two nodes. */
public interface TopicLog {
    String kind();

    /** Each topic's latest revision; those that do not exist are left out. One query. */
    Map<Topic, Long> latest(Collection<Topic> topics);

    /**
     * What changed after the revision, in order, as {@link FanOut} would have been given it. A change that a later one
     * replaced is left out.
     */
    List<RevisedPush> since(Topic topic, long revision, int limit);
}
