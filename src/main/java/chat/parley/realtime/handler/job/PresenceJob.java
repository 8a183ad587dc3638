package chat.parley.realtime.handler.job;

import chat.parley.realtime.service.presence.PresenceService;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells who came and went, at most once a second. */
@ApplicationScoped
class PresenceJob {
    private final PresenceService presence;

    PresenceJob(PresenceService presence) {
        this.presence = presence;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        presence.tick();
    }
}
