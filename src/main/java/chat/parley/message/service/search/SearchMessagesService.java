package chat.parley.message.service.search;

import chat.parley.identity.UserId;
import chat.parley.message.MessageError;
import chat.parley.message.model.search.SearchFilter;
import chat.parley.message.model.search.SearchHit;
import chat.parley.message.model.search.SearchPlace;
import chat.parley.message.port.search.SearchConfig;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.page.Page;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets so many search at once that those who write and read hardly notice. */
@ApplicationScoped
public class SearchMessagesService {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(3);

    private final FindMessagesService finder;
    private final Semaphore turns;
    private final Duration patience;
    private final Timer timer;

    SearchMessagesService(FindMessagesService finder, SearchConfig config, MeterRegistry registry) {
        this.finder = finder;
        this.turns = new Semaphore(config.maxConcurrent(), true);
        this.patience = config.timeout();
        this.timer = Timer.builder("parley.search.query")
                .description("How long searches take, waiting for their turn aside")
                .register(registry);
    }

    /**
     * Messages that match, the newest first.
     *
     * @param behind where the former page ended
     * @throws ParleyException {@code room.not_found} or {@code room.not_a_member} if one room is asked for, {@code
     *     message.search_timeout}, {@code message.search_busy}
     */
    public Page<SearchHit> search(UserId reader, SearchFilter filter, SearchPlace behind, int limit) {
        if (!hasTurn()) {
            throw ParleyException.retryAfter(MessageError.SEARCH_BUSY, RETRY_AFTER);
        }
        long start = System.nanoTime();
        try {
            return finder.find(reader, filter, behind, limit, start + patience.toNanos());
        } finally {
            turns.release();
            timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    private boolean hasTurn() {
        try {
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
