package chat.parley.message.model.search;

import java.time.Duration;

/**
 * How much an indexer does at once, and how long it rests then: four times as long as it worked, so that it takes a fifth
 * of one processor at most. Many changes at once cost less each, so a batch grows while more than it holds is waiting;
 * but only as long as it is done soon enough that what comes in during the rest is found in time. The shortest rest
 * lets a slow trickle of messages share transactions, each of which costs a database much more than what is in it.
 */
public final class IndexPace {
    private static final int FIRST = 200;
    private static final int REST_FOR_WORK = 4;
    private static final Duration LONGEST_WORK = Duration.ofMillis(250);
    private static final Duration SHORTEST_REST = Duration.ofMillis(750);
    private static final Duration LONGEST_REST = LONGEST_WORK.multipliedBy(REST_FOR_WORK);

    private final int most;
    private int changes;

    /** @param most changes in a batch, however quick it is */
    public IndexPace(int most) {
        this.most = most;
        this.changes = Math.min(FIRST, most);
    }

    /** How many changes to take next. */
    public int changes() {
        return changes;
    }

    /** After a batch; {@code done} is how many changes it took in. */
    public Duration restAfter(Duration work, int done) {
        if (work.compareTo(LONGEST_WORK) > 0) {
            changes = Math.max(Math.ceilDiv(Math.min(FIRST, most), 4), changes / 2);
        } else if (done >= changes && work.multipliedBy(2).compareTo(LONGEST_WORK) < 0) {
            changes = Math.min(most, changes * 2);
        }
        Duration rest = work.multipliedBy(REST_FOR_WORK);
        return rest.compareTo(SHORTEST_REST) < 0
                ? SHORTEST_REST
                : rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }
}
