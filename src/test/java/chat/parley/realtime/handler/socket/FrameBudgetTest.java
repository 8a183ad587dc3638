package chat.parley.realtime.handler.socket;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.realtime.handler.socket.FrameBudget.Verdict;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FrameBudgetTest {
    private final FrameBudget budget = new FrameBudget(10);
    private long now = 1;

    @Test
    void twoSecondsWorthMayComeAtOnceAndTheNextIsRefused() {
        take(20, Verdict.FINE);
        take(1, Verdict.REFUSED);
    }

    @Test
    void timeMakesUpForWhatWasTaken() {
        take(20, Verdict.FINE);
        pass(500);
        take(5, Verdict.FINE);
        take(1, Verdict.REFUSED);
    }

    @Test
    void whoGoesOnAfterBeingRefusedAbusesIt() {
        take(20, Verdict.FINE);
        take(9, Verdict.REFUSED);
        take(1, Verdict.ABUSE);
    }

    @Test
    void theLastingRateIsNeverRefused() {
        for (int i = 0; i < 1_000; i++) {
            pass(100);
            take(1, Verdict.FINE);
        }
    }

    private void take(int frames, Verdict verdict) {
        for (int i = 0; i < frames; i++) {
            assertThat(budget.take(now)).isEqualTo(verdict);
        }
    }

    private void pass(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
