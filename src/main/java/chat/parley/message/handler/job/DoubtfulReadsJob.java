package chat.parley.message.handler.job;

import chat.parley.message.handler.ReadPush;
import chat.parley.message.service.DoubtfulReadsService;
import chat.parley.realtime.FanOut;
import chat.parley.room.ReadPosition;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Tells readers again how far they have read, so that all their devices agree even if the news was lost: where there
 * are other nodes, of everything that moved lately, and after trouble with the database.
 */
@ApplicationScoped
class DoubtfulReadsJob {
    private static final Logger LOG = Logger.getLogger(DoubtfulReadsJob.class);
    private static final int SECONDS = 5;

    private final DoubtfulReadsService reads;
    private final FanOut fanOut;
    private final Clock clock;

    DoubtfulReadsJob(DoubtfulReadsService reads, FanOut fanOut, Clock clock) {
        this.reads = reads;
        this.fanOut = fanOut;
        this.clock = clock;
    }

    @Scheduled(every = SECONDS + "s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tick() {
        Instant doubt = reads.takeDoubt();
        try {
            if (doubt != null) {
                tell(reads.movedSince(doubt));
            } else if (fanOut.hasPeers()) {
                tell(reads.movedWithin(Duration.ofSeconds(SECONDS)));
            }
        } catch (RuntimeException e) {
            // So the time that nobody looked at is looked at as soon as the database is back.
            reads.doubt(doubt == null ? clock.instant().minusSeconds(SECONDS) : doubt);
            LOG.debugf("read positions could not be read, and will be: %s", e);
        }
    }

    private void tell(List<ReadPosition> positions) {
        positions.forEach(
                position -> fanOut.publishHere(position.seat().userId(), ReadPush.of(position.seat(), position.seq())));
    }
}
