package chat.parley.realtime.handler.job;

import chat.parley.realtime.service.HeartbeatService;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;

/** Drives the heartbeat. */
@ApplicationScoped
class HeartbeatJob {
    private final HeartbeatService heartbeat;

    HeartbeatJob(HeartbeatService heartbeat) {
        this.heartbeat = heartbeat;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @NonBlocking
    void beat() {
        heartbeat.beat();
    }
}
