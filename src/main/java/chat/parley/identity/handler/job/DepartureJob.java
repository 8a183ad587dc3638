package chat.parley.identity.handler.job;

import chat.parley.identity.service.deletion.DepartureService;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Goes on with deletions that were interrupted. */
@ApplicationScoped
class DepartureJob {
    private static final Logger LOG = Logger.getLogger(DepartureJob.class);

    private final DepartureService departures;

    DepartureJob(DepartureService departures) {
        this.departures = departures;
    }

    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void resume() {
        departures.interrupted().forEach(user -> {
            try {
                departures.depart(user);
            } catch (RuntimeException e) {
                LOG.warnf(e, "what the deleted user %s leaves behind is not settled yet", user);
            }
        });
    }
}
