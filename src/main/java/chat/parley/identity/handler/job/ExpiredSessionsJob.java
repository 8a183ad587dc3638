package chat.parley.identity.handler.job;

import chat.parley.identity.service.DeleteExpiredSessionsService;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;

/** Sweeps out what has expired. Every node does it; they do not get in each other's way. */
@ApplicationScoped
class ExpiredSessionsJob {
    private final DeleteExpiredSessionsService expired;

    ExpiredSessionsJob(DeleteExpiredSessionsService expired) {
        this.expired = expired;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        boolean more = true;
        while (more) {
            more = expired.deleteSome();
        }
    }
}
