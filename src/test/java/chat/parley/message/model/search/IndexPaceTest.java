package chat.parley.message.model.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IndexPaceTest {
    private final IndexPace pace = new IndexPace(1_000);

    @Test
    void itRestsFourTimesAsLongAsItWorkedButNotSoLongThatWhatComesInIsFoundLate() {
        assertThat(rest(1)).isEqualTo(Duration.ofMillis(750));
        assertThat(rest(25)).isEqualTo(Duration.ofMillis(750));
        assertThat(rest(200)).isEqualTo(Duration.ofMillis(800));
        assertThat(rest(250)).isEqualTo(Duration.ofSeconds(1));
        assertThat(rest(9_000)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void batchesGrowWhileMoreIsWaiting() {
        assertThat(pace.changes()).isEqualTo(200);
        pace.restAfter(Duration.ofMillis(20), 199);
        assertThat(pace.changes()).as("not full").isEqualTo(200);
        pace.restAfter(Duration.ofMillis(20), 200);
        assertThat(pace.changes()).isEqualTo(400);
        pace.restAfter(Duration.ofMillis(130), 400);
        assertThat(pace.changes()).as("twice as many would take too long").isEqualTo(400);
        for (int i = 0; i < 5; i++) {
            pace.restAfter(Duration.ofMillis(50), 1_000);
        }
        assertThat(pace.changes()).isEqualTo(1_000);
    }

    @Test
    void batchesShrinkWhenTheyTakeTooLongButNotToNothing() {
        pace.restAfter(Duration.ofMillis(251), 200);
        assertThat(pace.changes()).isEqualTo(100);
        for (int i = 0; i < 5; i++) {
            pace.restAfter(Duration.ofSeconds(3), 100);
        }
        assertThat(pace.changes()).isEqualTo(50);
    }

    @Test
    void aSmallSettingIsKept() {
        var small = new IndexPace(10);
        assertThat(small.changes()).isEqualTo(10);
        small.restAfter(Duration.ofMillis(1), 10);
        assertThat(small.changes()).isEqualTo(10);
        for (int i = 0; i < 5; i++) {
            small.restAfter(Duration.ofSeconds(3), 10);
        }
        assertThat(small.changes()).isPositive();
        assertThat(new IndexPace(1).changes()).isEqualTo(1);
    }

    private Duration rest(int workMillis) {
        return new IndexPace(1_000).restAfter(Duration.ofMillis(workMillis), 1);
    }
}
