package chat.parley.realtime.service.catchup;

import chat.parley.realtime.StateChange;
import chat.parley.realtime.Topic;
import chat.parley.realtime.service.LocalDelivery;
import chat.parley.realtime.service.node.NodeMetrics;
import chat.parley.realtime.service.node.StateNewsService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Finds the topics whose subscribers here are behind the database, and brings them what they miss. */
@ApplicationScoped
public class MissedChangesService {
    private final LocalDelivery local;
    private final StateNewsService states;
    private final NodeMetrics metrics;
    private Map<Topic, Long> suspects = Map.of();

    MissedChangesService(LocalDelivery local, StateNewsService states, NodeMetrics metrics) {
        this.local = local;
        this.states = states;
        this.metrics = metrics;
    }

    void catchUp() {
        local.behind().keySet().forEach(this::catchUp);
    }

    private void catchUp(Topic topic) {
        int changes = local.catchUp(topic);
        metrics.caughtUp(changes);
        if (changes > 0) {
            // Whoever did not say what was missing has not said either how the topic stands since then.
            states.changedHereSoon(new StateChange(topic, List.of()));
        }
    }

    /** Remembers what is behind: in a busy house something always is, for the moment that a push takes. */
    void suspect() {
        suspects = local.behind();
    }

    /** Brings up to date what was behind at the last look and still has not got there. */
    void catchUpSuspects() {
        suspects.forEach((topic, latest) -> {
            if (local.isBehind(topic, latest)) {
                catchUp(topic);
            }
        });
        suspects = Map.of();
    }
}
