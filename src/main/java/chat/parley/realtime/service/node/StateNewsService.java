package chat.parley.realtime.service.node;

import chat.parley.realtime.StateChange;
import chat.parley.realtime.StateNews;
import chat.parley.realtime.StateTeller;
import chat.parley.realtime.model.node.NodeMessage.StateChanged;
import chat.parley.shared.error.ParleyException;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Passes on that something has changed, and not what it has become: each node looks for itself. */
@ApplicationScoped
public class StateNewsService implements StateNews {
    private static final Logger LOG = Logger.getLogger(StateNewsService.class);
    private static final int MOST_ATTEMPTS = 60;

    private final NodeBus nodes;
    private final List<StateTeller> tellers;
    private final Duration betweenAttempts;

    // What is not looked at yet, each once: an interruption may bring thousands.
    private final LinkedHashSet<StateChange> waiting = new LinkedHashSet<>();
    private boolean working;

    @Inject
    StateNewsService(NodeBus nodes, @All List<StateTeller> tellers) {
        this(nodes, tellers, Duration.ofSeconds(1));
    }

    StateNewsService(NodeBus nodes, List<StateTeller> tellers, Duration betweenAttempts) {
        this.nodes = nodes;
        this.tellers = tellers;
        this.betweenAttempts = betweenAttempts;
    }

    @Override
    public void changed(StateChange change) {
        nodes.tell(new StateChanged(change));
        changedHere(change);
    }

    /** For the connections of this node. */
    public void changedHere(StateChange change) {
        tellers.stream()
                .filter(teller -> teller.kinds().contains(change.subject().kind()))
                .forEach(teller -> teller.tell(change));
    }

    /** The same soon, on a thread that looks at one thing after the other. Never blocks. */
    public void changedHereSoon(StateChange change) {
        synchronized (waiting) {
            waiting.add(change);
            if (working) {
                return;
            }
            working = true;
        }
        Thread.ofVirtual().name("state-news").start(this::work);
    }

    private void work() {
        for (StateChange next = next(); next != null; next = next()) {
            tell(next);
        }
    }

    private @Nullable StateChange next() {
        synchronized (waiting) {
            working = !waiting.isEmpty();
            return working ? waiting.removeFirst() : null;
        }
    }

    // Nobody else tells it here. So it is tried until the database answers, for as long as an interruption may last.
    private void tell(StateChange change) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            try {
                changedHere(change);
                return;
            } catch (RuntimeException e) {
                if (e instanceof ParleyException known && !known.code().retryable()) {
                    LOG.debugf("%s is about something that is gone: %s", change, e);
                    return;
                }
                LOG.warnf("what another node changed (%s) could not be told, attempt %d: %s", change, attempt, e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(betweenAttempts);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
