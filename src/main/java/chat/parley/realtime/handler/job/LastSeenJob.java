package chat.parley.realtime.handler.job;

import chat.parley.realtime.service.presence.LastSeenService;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Notes down, seldom, who was here. */
@ApplicationScoped
class LastSeenJob {
    private final LastSeenService lastSeen;

    LastSeenJob(LastSeenService lastSeen) {
        this.lastSeen = lastSeen;
    }

    @Scheduled(every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tick() {
        lastSeen.tick();
    }

    void stopping(@Observes ShutdownEvent event) {
        lastSeen.leave();
    }
}
