package chat.parley.message.port.search;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Limits of the message search. */
@ConfigMapping(prefix = "parley.search")
public interface SearchConfig {
    /** How long one search may take, and how long it may wait for its turn. */
    Duration timeout();

    /** Searches of this node that run at once. */
    int maxConcurrent();

    /** Most changes that one transaction takes into the index. */
    int batchMaxEntries();

    /** How often to look for changes that were left behind. */
    Duration sweepInterval();
}
