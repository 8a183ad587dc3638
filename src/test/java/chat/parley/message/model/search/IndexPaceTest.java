package chat.parley.message.model.search;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.message.model.search.IndexPace.Load;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IndexPaceTest {
    private final IndexPace pace = new IndexPace(1_000);

    @Test
    void itRestsFourTimesAsLongAsItWorkedButNotSoLongThatWhatComesInIsFoundLate() {
        assertThat(rest(1, 1, Load.TALK)).isEqualTo(Duration.ofMillis(750));
        assertThat(rest(200, 1, Load.TALK)).isEqualTo(Duration.ofMillis(800));
        assertThat(rest(9_000, 1, Load.TALK)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whileMoreIsWaitingTheRestIsNoLongerThanTheWorkAsksFor() {
        assertThat(rest(20, 100, Load.TALK)).isEqualTo(Duration.ofMillis(80));
    }

    @Test
    void itIsOutOfTheWayWhenMessagesWaitAndHurriesWhenNobodySpeaks() {
        assertThat(rest(1, 100, Load.CROWD)).isEqualTo(Duration.ofMillis(750));
        assertThat(rest(100, 100, Load.CROWD)).isEqualTo(Duration.ofMillis(1_900));
        assertThat(rest(9_000, 100, Load.CROWD)).isEqualTo(Duration.ofSeconds(5));
        assertThat(rest(9_000, 100, Load.QUIET)).isZero();
    }

    @Test
    void batchesGrowWhileMoreIsWaiting() {
        assertThat(pace.changes()).isEqualTo(100);
        after(20, 99);
        assertThat(pace.changes()).as("not full").isEqualTo(100);
        after(20, 100);
        assertThat(pace.changes()).isEqualTo(200);
        after(51, 200);
        assertThat(pace.changes()).as("twice as many would take too long").isEqualTo(200);
        for (int i = 0; i < 5; i++) {
            after(20, 1_000);
        }
        assertThat(pace.changes()).isEqualTo(1_000);
    }

    @Test
    void batchesShrinkWhenTheyTakeTooLongButNotToNothing() {
        after(101, 100);
        assertThat(pace.changes()).isEqualTo(50);
        for (int i = 0; i < 5; i++) {
            after(3_000, 50);
        }
        assertThat(pace.changes()).isEqualTo(25);
    }

    @Test
    void inACrowdBatchesAreSmallAsWhoeverWaitsMeanwhileWaitsForAllOfThem() {
        assertThat(pace.rooms(Load.CROWD)).isLessThan(pace.rooms(Load.TALK));
        pace.restAfter(Duration.ofMillis(31), 100, Load.CROWD);
        assertThat(pace.changes()).isEqualTo(50);
        pace.restAfter(Duration.ofMillis(16), 50, Load.CROWD);
        assertThat(pace.changes()).as("twice as many would take too long").isEqualTo(50);
    }

    @Test
    void aSmallSettingIsKept() {
        var small = new IndexPace(10);
        assertThat(small.changes()).isEqualTo(10);
        small.restAfter(Duration.ofMillis(1), 10, Load.TALK);
        assertThat(small.changes()).isEqualTo(10);
        for (int i = 0; i < 5; i++) {
            small.restAfter(Duration.ofSeconds(3), 10, Load.TALK);
        }
        assertThat(small.changes()).isPositive();
        assertThat(new IndexPace(1).changes()).isEqualTo(1);
    }

    private void after(int workMillis, int done) {
        pace.restAfter(Duration.ofMillis(workMillis), done, Load.TALK);
    }

    private static Duration rest(int workMillis, int done, Load load) {
        return new IndexPace(1_000).restAfter(Duration.ofMillis(workMillis), done, load);
    }
}
