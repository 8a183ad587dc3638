package chat.parley.realtime.handler.job;

import chat.parley.realtime.service.catchup.NodeLinkService;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;

/** Drives the comparison with the database where nodes may have missed something. */
@ApplicationScoped
class NodeLinkJob {
    private final NodeLinkService link;

    NodeLinkJob(NodeLinkService link) {
        this.link = link;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tick() {
        link.tick();
    }
}
