package chat.parley.realtime.handler.job;

import chat.parley.realtime.service.HeartbeatService;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Drives the heartbeat. */
@ApplicationScoped
class HeartbeatJob {
    private final HeartbeatService heartbeat;
    private Instant previous;

    HeartbeatJob(HeartbeatService heartbeat, Clock clock) {
        this.heartbeat = heartbeat;
        this.previous = clock.instant();
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void beat() {
        previous = heartbeat.beat(previous);
    }
}
