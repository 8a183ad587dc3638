package chat.parley.realtime.handler.job;

import chat.parley.realtime.service.catchup.NodeLinkService;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Drives the comparison with the database where nodes may have missed something. */
@ApplicationScoped
class NodeLinkJob {
    private final NodeLinkService link;
    private final Scheduler scheduler;

    NodeLinkJob(NodeLinkService link, Scheduler scheduler) {
        this.link = link;
        this.scheduler = scheduler;
    }

    void start(@Observes StartupEvent event) {
        if (link.isLinked()) {
            scheduler
                    .newJob("node-link")
                    .setInterval("1s")
                    .setConcurrentExecution(ConcurrentExecution.SKIP)
                    .setTask(execution -> link.tick(), true)
                    .schedule();
        }
    }
}
