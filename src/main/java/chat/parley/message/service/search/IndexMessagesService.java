package chat.parley.message.service.search;

import chat.parley.message.model.search.IndexProgress;
import chat.parley.message.port.search.SearchIndex;
import chat.parley.room.RoomId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Takes what was said into the search, behind the backs of those who say it. */
@ApplicationScoped
public class IndexMessagesService {
    private static final int ROOMS = 10_000;
    private static final int DELETED = 1_000;

    private final SearchIndex index;
    private final Timer timer;
    private final Counter changes;
    private final AtomicLong behind = new AtomicLong();

    IndexMessagesService(SearchIndex index, MeterRegistry registry) {
        this.index = index;
        this.timer = Timer.builder("parley.search.index")
                .description("How long it takes to index a batch")
                .register(registry);
        this.changes = Counter.builder("parley.search.indexed")
                .description("Changed messages that were indexed")
                .register(registry);
        registry.gauge("parley.search.behind", behind);
    }

    /** Takes about so many of the next changes of these rooms in. */
    @Transactional
    public IndexProgress advance(Collection<RoomId> rooms, int most) {
        long start = System.nanoTime();
        IndexProgress progress = index.advance(rooms, most);
        timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        changes.increment(progress.changes());
        return progress;
    }

    /** The rooms in which anything is left to do, whoever should have done it. */
    @Transactional
    public Set<RoomId> behind() {
        Map<RoomId, Long> rooms = index.behind(ROOMS);
        behind.set(rooms.values().stream().mapToLong(Long::longValue).sum());
        return rooms.keySet();
    }

    /**
     * Removes some of what belongs to deleted rooms.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean forgetDeletedRooms() {
        return index.forgetDeletedRooms(DELETED);
    }
}
