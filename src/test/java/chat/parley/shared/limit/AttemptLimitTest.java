package chat.parley.shared.limit;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.SteppingClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptLimitTest {
    private final SteppingClock clock = new SteppingClock();
    private final AttemptLimit limit = new AttemptLimit(clock, 3, Duration.ofSeconds(30), 2);

    @Test
    void soManyAttemptsAreFreeAndTheNextMustWait() {
        takeAll("lin");
        assertThat(limit.take("lin")).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void waitingGivesAttemptsBackOneByOne() {
        takeAll("lin");
        clock.advance(Duration.ofSeconds(10));
        assertThat(limit.take("lin")).isZero();
        assertThat(limit.take("lin")).isPositive();
    }

    @Test
    void refusedAttemptsDoNotProlongTheWait() {
        takeAll("lin");
        for (int i = 0; i < 100; i++) {
            limit.take("lin");
        }
        assertThat(limit.take("lin")).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aLongRestSavesNoMoreThanTheLimit() {
        limit.take("lin");
        clock.advance(Duration.ofDays(1));
        takeAll("lin");
        assertThat(limit.take("lin")).isPositive();
    }

    @Test
    void keysDoNotShareAttempts() {
        takeAll("lin");
        assertThat(limit.take("kim")).isZero();
    }

    @Test
    void aForgottenKeyStartsAfresh() {
        takeAll("lin");
        limit.forget("lin");
        assertThat(limit.take("lin")).isZero();
    }

    private void takeAll(String key) {
        for (int i = 0; i < 3; i++) {
            assertThat(limit.take(key)).isZero();
        }
    }
}
