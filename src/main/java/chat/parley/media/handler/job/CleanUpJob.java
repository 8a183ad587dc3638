package chat.parley.media.handler.job;

import chat.parley.media.service.CleanUpService;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Sweeps out files that nobody needs. Every node does it; they do not get in each other's way. */
@ApplicationScoped
class CleanUpJob {
    private final CleanUpService cleaning;

    CleanUpJob(CleanUpService cleaning) {
        this.cleaning = cleaning;
    }

    @Scheduled(every = "1h", delayed = "7m", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() throws IOException {
        cleaning.removeOrphans();
        cleaning.removeUnusedBytes();
        cleaning.removeLeftovers();
    }
}
