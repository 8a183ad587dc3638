package chat.parley.realtime.model;

import chat.parley.realtime.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the answer to {@code session.open} told already; its pushes may still be on their way from the commit to here. A
 * topic is forgotten with its first push that is newer. Small, as every idle connection keeps one. Not thread-safe.
 */
final class Coverage {
    private Topic[] topics;
    private long[] revisions;

    /**
     * Per topic everything up to a revision is known to the client.
     *
     * @param shared whoever is equal to one of these is replaced by it, and need not be kept twice
     */
    Coverage(Map<Topic, Long> covered, Topic[] shared) {
        topics = covered.keySet().toArray(Topic[]::new);
        revisions = Arrays.stream(topics).mapToLong(covered::get).toArray();
        List<Topic> known = Arrays.asList(shared);
        for (int i = 0; i < topics.length; i++) {
            int same = known.indexOf(topics[i]);
            topics[i] = same < 0 ? topics[i] : shared[same];
        }
    }

    boolean contains(@Nullable Topic topic, long revision) {
        if (topic == null || revision == 0) {
            return false;
        }
        for (int i = 0; i < topics.length; i++) {
            if (topics[i].equals(topic)) {
                boolean known = revision <= revisions[i];
                if (!known) {
                    forget(i);
                }
                return known;
            }
        }
        return false;
    }

    private void forget(int index) {
        int last = topics.length - 1;
        topics[index] = topics[last];
        revisions[index] = revisions[last];
        topics = Arrays.copyOf(topics, last);
        revisions = Arrays.copyOf(revisions, last);
    }
}
