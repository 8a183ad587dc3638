package chat.parley.message.handler.job;

import chat.parley.message.service.retention.RetentionService;
import chat.parley.room.RoomId;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Goes through the rooms that keep messages for a limited time. Every node does it; a room's lock lets one at a time. */
@ApplicationScoped
class RetentionJob {
    private static final Logger LOG = Logger.getLogger(RetentionJob.class);

    private final RetentionService retention;

    RetentionJob(RetentionService retention) {
        this.retention = retention;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        List<RoomId> rooms = retention.rooms(null);
        while (!rooms.isEmpty()) {
            rooms.forEach(this::trim);
            rooms = retention.rooms(rooms.getLast());
        }
    }

    // A room that is busy or broken must not keep the others from their turn; the next sweep tries it again.
    private void trim(RoomId room) {
        try {
            boolean more = true;
            while (more) {
                more = retention.trimSome(room);
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "old messages of room %s could not be removed", room);
        }
    }
}
