package chat.parley.realtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlushPaceTest {
    private static final int MEMBERS = 1_000;
    private static final long REST = TimeUnit.MILLISECONDS.toNanos(70);

    private final FlushPace pace = new FlushPace();

    @Test
    void whatIsSaidInAQuietRoomLeavesAtOnce() {
        assertThat(pace.flushAt(5, MEMBERS)).isEqualTo(5);
        assertThat(pace.flushAt(5 + 2 * REST, MEMBERS)).isEqualTo(5 + 2 * REST);
    }

    @Test
    void whatIsSaidBeforeTheRoomHasRestedLeavesTogether() {
        pace.flushAt(0, MEMBERS);

        assertThat(pace.flushAt(1, MEMBERS)).isEqualTo(REST);
        assertThat(pace.flushAt(REST - 1, MEMBERS)).isEqualTo(REST);
        assertThat(pace.flushAt(REST + 1, MEMBERS)).isEqualTo(2 * REST);
    }

    @Test
    void aBusyRoomWaitsForTheRestOfABurst() {
        pace.flushAt(0, MEMBERS);
        long begins = REST + REST / 2;

        long leaves = pace.flushAt(begins, MEMBERS);

        assertThat(leaves).isBetween(begins + 1, begins + REST / 4);
        assertThat(pace.flushAt(begins + 1, MEMBERS)).isEqualTo(leaves);
    }

    @Test
    void theClockMayHaveAnyValue() {
        FlushPace wrapping = new FlushPace();
        wrapping.flushAt(Long.MAX_VALUE - 1, MEMBERS);

        assertThat(wrapping.flushAt(Long.MIN_VALUE, MEMBERS)).isEqualTo(Long.MAX_VALUE - 1 + REST);
    }

    @ParameterizedTest
    @ValueSource(ints = {FlushPace.MANY, MEMBERS, 20_000})
    void nothingLeavesBeforeWhatWasSaidEarlierOrWaitsLong(int members) {
        Random random = new Random(members);
        long now = 0;
        long before = 0;
        for (int i = 0; i < 10_000; i++) {
            now += random.nextLong(random.nextBoolean() ? REST / 10 : 3 * REST);
            long at = pace.flushAt(now, members);
            assertThat(at - now).isBetween(0L, TimeUnit.MILLISECONDS.toNanos(100));
            assertThat(at).isGreaterThanOrEqualTo(before);
            before = at;
        }
    }
}
