package chat.parley.realtime.model.presence;

import static chat.parley.realtime.model.presence.PresenceState.AWAY;
import static chat.parley.realtime.model.presence.PresenceState.OFFLINE;
import static chat.parley.realtime.model.presence.PresenceState.ONLINE;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PresenceBoardTest {
    private static final UserId ADA = new UserId(1);
    private static final UserId BOB = new UserId(2);
    private static final long HERE = 10;
    private static final long THERE = 11;

    private final PresenceBoard board = new PresenceBoard(Duration.ofSeconds(5), Duration.ofSeconds(30));
    private Instant now = Instant.EPOCH;

    @Test
    void whoComesIsToldAtTheNextLookAndOnce() {
        board.update(HERE, Map.of(ADA, ONLINE), now);
        assertThat(board.changes(now)).containsExactly(Map.entry(ADA, ONLINE));
        assertThat(board.changes(now)).isEmpty();
        assertThat(board.state(ADA)).isEqualTo(ONLINE);
        assertThat(board.state(BOB)).isEqualTo(OFFLINE);
    }

    @Test
    void theBestOfAllNodesCounts() {
        board.update(HERE, Map.of(ADA, AWAY), now);
        board.update(THERE, Map.of(ADA, ONLINE), now);
        assertThat(board.changes(now)).containsExactly(Map.entry(ADA, ONLINE));
        board.update(THERE, Map.of(ADA, OFFLINE), now);
        assertThat(board.changes(now)).containsExactly(Map.entry(ADA, AWAY));
    }

    @Test
    void whoComesBackSoonNeverLeft() {
        board.update(HERE, Map.of(ADA, ONLINE), now);
        board.changes(now);
        board.update(HERE, Map.of(ADA, OFFLINE), now);
        assertThat(board.changes(later(4))).isEmpty();
        assertThat(board.state(ADA)).isEqualTo(ONLINE);
        board.update(THERE, Map.of(ADA, ONLINE), now);
        assertThat(board.changes(later(60))).isEmpty();
    }

    @Test
    void whoStaysAwayIsOfflineAfterTheGrace() {
        board.update(HERE, Map.of(ADA, ONLINE), now);
        board.changes(now);
        board.update(HERE, Map.of(ADA, OFFLINE), now);
        assertThat(board.changes(now)).isEmpty();
        assertThat(board.changes(later(5))).containsExactly(Map.entry(ADA, OFFLINE));
        assertThat(board.changes(later(5))).isEmpty();
    }

    @Test
    void theUsersOfASilentNodeAreOfflineWithin45Seconds() {
        board.replace(THERE, Map.of(ADA, ONLINE), now);
        board.update(HERE, Map.of(BOB, ONLINE), now);
        board.changes(now);
        int seconds = 0;
        while (board.state(ADA) != OFFLINE) {
            seconds++;
            later(1);
            board.update(HERE, Map.of(), now);
            board.expire(now);
            board.changes(now);
        }
        assertThat(seconds).isBetween(30, 45);
        assertThat(board.state(BOB)).isEqualTo(ONLINE);
    }

    @Test
    void aCompleteListTakesAwayWhoIsNotOnIt() {
        board.replace(THERE, Map.of(ADA, ONLINE, BOB, ONLINE), now);
        board.changes(now);
        board.replace(THERE, Map.of(BOB, AWAY), now);
        assertThat(board.changes(now)).containsExactly(Map.entry(BOB, AWAY));
        assertThat(board.changes(later(5))).containsExactly(Map.entry(ADA, OFFLINE));
    }

    private Instant later(long seconds) {
        now = now.plusSeconds(seconds);
        return now;
    }
}
