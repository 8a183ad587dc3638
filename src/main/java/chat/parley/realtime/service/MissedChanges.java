package chat.parley.realtime.service;

import chat.parley.realtime.Topic;
import chat.parley.realtime.TopicLog;
import chat.parley.realtime.model.Publication.Numbered;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Reads numbered changes that did not come by themselves, from the features whose topics they belong to. */
@ApplicationScoped
class MissedChanges {
    private static final Logger LOG = Logger.getLogger(MissedChanges.class);
    private static final int ROWS = 500;
    private static final int TOPICS = 1_000;

    private final Map<String, TopicLog> logs;
    private final PublicationWriter writer;

    MissedChanges(@All List<TopicLog> logs, PublicationWriter writer) {
        this.logs = logs.stream().collect(Collectors.toMap(TopicLog::kind, Function.identity()));
        this.writer = writer;
    }

    /** The next changes after the revision, in order; empty when there are none. */
    List<Numbered> since(Topic topic, long revision) {
        TopicLog log = logs.get(topic.kind());
        return log == null
                ? List.of()
                : log.since(topic, revision, ROWS).stream().map(writer::write).toList();
    }

    /** The latest revisions of those topics that have any. */
    Map<Topic, Long> latest(Collection<Topic> topics) {
        Map<Topic, Long> latest = new HashMap<>();
        Map<String, List<Topic>> byKind = topics.stream().collect(Collectors.groupingBy(Topic::kind));
        byKind.forEach((kind, some) -> {
            TopicLog log = logs.get(kind);
            for (int from = 0; log != null && from < some.size(); from += TOPICS) {
                latest.putAll(log.latest(some.subList(from, Math.min(from + TOPICS, some.size()))));
            }
        });
        return latest;
    }

    void notRead(Topic topic, RuntimeException e) {
        LOG.warnf(
                "what is missing of %s %d could not be read; clients sync by themselves: %s",
                topic.kind(), topic.id(), e);
    }
}
