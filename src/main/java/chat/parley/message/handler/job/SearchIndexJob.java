package chat.parley.message.handler.job;

import chat.parley.message.model.search.IndexPace;
import chat.parley.message.model.search.IndexProgress;
import chat.parley.message.port.search.SearchConfig;
import chat.parley.message.service.search.IndexMessagesService;
import chat.parley.message.service.search.SearchBacklog;
import chat.parley.room.RoomId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The one indexer of this node. It rests for several times as long as it works, so that those who chat come first, and
 * works on where nobody does; now and then it looks for what nobody told it of.
 */
@ApplicationScoped
class SearchIndexJob {
    private static final Logger LOG = Logger.getLogger(SearchIndexJob.class);
    private static final Duration REST_AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final IndexMessagesService service;
    private final SearchBacklog backlog;
    private final long sweepNanos;
    private final IndexPace pace;
    private final Thread thread = Thread.ofVirtual().name("parley-search-index").unstarted(this::work);
    private volatile boolean stopping;

    SearchIndexJob(IndexMessagesService service, SearchBacklog backlog, SearchConfig config) {
        this.service = service;
        this.backlog = backlog;
        this.pace = new IndexPace(config.batchMaxEntries());
        this.sweepNanos = config.sweepInterval().toNanos();
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        backlog.wake();
        thread.join(STOP_PATIENCE);
    }

    private void work() {
        long sweptAt = System.nanoTime() - sweepNanos;
        try {
            while (!stopping) {
                long sweepIn = sweptAt + sweepNanos - System.nanoTime();
                if (sweepIn <= 0) {
                    sweep();
                    sweptAt = System.nanoTime();
                } else {
                    backlog.await(Duration.ofNanos(sweepIn));
                }
                List<RoomId> rooms = backlog.take(pace.rooms(backlog.load()));
                if (!rooms.isEmpty()) {
                    Thread.sleep(advance(rooms));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweep() {
        try {
            backlog.add(service.behind());
            boolean more = true;
            while (more && !stopping) {
                more = service.forgetDeletedRooms();
            }
        } catch (RuntimeException e) {
            LOG.warnf("could not look for messages that are not indexed: %s", e);
        }
    }

    /** Returns for how long to rest. */
    private Duration advance(List<RoomId> rooms) {
        long start = System.nanoTime();
        try {
            IndexProgress progress = service.advance(rooms, pace.changes());
            backlog.add(progress.unfinished());
            return pace.restAfter(Duration.ofNanos(System.nanoTime() - start), progress.changes(), backlog.load());
        } catch (RuntimeException e) {
            LOG.warnf("%d rooms could not be indexed, and are tried again: %s", rooms.size(), e);
            backlog.add(rooms);
            return REST_AFTER_FAILURE;
        }
    }
}
