package chat.parley.message.repository;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchPaceTest {
    private final BatchPace pace = new BatchPace();

    @Test
    void theFirstBatchWaitsForNothing() {
        assertThat(pace.rest(Long.MIN_VALUE)).isZero();
        assertThat(pace.rest(Long.MAX_VALUE)).isZero();
    }

    @Test
    void whoWritesAloneIsNeverHeldUp() {
        pace.began(0, BatchPace.CROWD - 1);
        assertThat(pace.rest(1)).isZero();
    }

    @Test
    void aCrowdGathersUntilItsTimeIsThere() {
        pace.began(-5, BatchPace.CROWD);
        assertThat(pace.rest(0)).isEqualTo(BatchPace.NANOS - 5);
        assertThat(pace.rest(BatchPace.NANOS - 5)).isZero();
        assertThat(pace.rest(2 * BatchPace.NANOS)).isNegative();
    }

    @Test
    void aBatchOfFewEndsTheCrowd() {
        pace.began(0, 100);
        pace.began(BatchPace.NANOS, 1);
        assertThat(pace.rest(BatchPace.NANOS + 1)).isZero();
    }

    @Test
    void onlyWhereACrowdWasLatelyTheFirstWaitsForOthers() {
        assertThat(pace.moment(0)).isZero();
        pace.began(0, BatchPace.CROWD - 1);
        assertThat(pace.moment(1)).isZero();

        pace.began(0, BatchPace.CROWD);
        pace.began(BatchPace.NANOS, 1);

        assertThat(pace.moment(BatchPace.LATELY_NANOS - 1)).isEqualTo(BatchPace.MOMENT_NANOS);
        assertThat(pace.moment(BatchPace.LATELY_NANOS)).isZero();
        assertThat(pace.moment(1)).isZero();
    }
}
