package chat.parley.message.model.search;

import java.time.Duration;

/**
 * How much an indexer does at once, and how long it rests then: four times as long as it worked, so that it takes a fifth
 * of one processor at most, and a twentieth while people wait for their messages to be stored. Many changes at once cost
 * less each, so a batch grows while more than it holds is waiting; but only as long as it is done soon enough that
 * nobody notices, and that what comes in during the rest is found in time. The shortest rest lets a slow trickle of
 * messages share transactions, each of which costs a database much more than what is in it.
 */
public final class IndexPace {
    private static final int FIRST = 100;
    private static final int REST_FOR_WORK = 4;
    private static final int REST_FOR_WORK_IN_A_CROWD = 19;
    private static final int ROOMS = 64;
    private static final int ROOMS_IN_A_CROWD = 8;
    private static final Duration LONGEST_WORK = Duration.ofMillis(100);
    private static final Duration LONGEST_WORK_IN_A_CROWD = Duration.ofMillis(30);
    private static final Duration SHORTEST_REST = Duration.ofMillis(750);
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST_IN_A_CROWD = Duration.ofSeconds(5);

    private final int most;
    private int changes;

    /** What else the server has to do. */
    public enum Load {
        /** Nobody says anything. */
        QUIET,
        TALK,
        /** So much is said that messages wait for each other. */
        CROWD
    }

    /** @param most changes in a batch, however quick it is */
    public IndexPace(int most) {
        this.most = most;
        this.changes = Math.min(FIRST, most);
    }

    /** How many changes to take next. */
    public int changes() {
        return changes;
    }

    /** From how many rooms to take them. Each costs something of its own, and whoever waits meanwhile waits for all. */
    public int rooms(Load load) {
        return load == Load.CROWD ? ROOMS_IN_A_CROWD : ROOMS;
    }

    /** After a batch; {@code done} is how many changes it took in. */
    public Duration restAfter(Duration work, int done, Load load) {
        boolean full = done >= changes;
        Duration longest = load == Load.CROWD ? LONGEST_WORK_IN_A_CROWD : LONGEST_WORK;
        if (work.compareTo(longest) > 0) {
            changes = Math.max(Math.ceilDiv(Math.min(FIRST, most), 4), changes / 2);
        } else if (full && work.multipliedBy(2).compareTo(longest) < 0) {
            changes = Math.min(most, changes * 2);
        }
        return switch (load) {
            case QUIET -> Duration.ZERO;
            case TALK -> between(full ? Duration.ZERO : SHORTEST_REST, work.multipliedBy(REST_FOR_WORK), LONGEST_REST);
            case CROWD -> between(SHORTEST_REST, work.multipliedBy(REST_FOR_WORK_IN_A_CROWD), LONGEST_REST_IN_A_CROWD);
        };
    }

    private static Duration between(Duration least, Duration wanted, Duration most) {
        if (wanted.compareTo(least) < 0) {
            return least;
        }
        return wanted.compareTo(most) > 0 ? most : wanted;
    }
}
