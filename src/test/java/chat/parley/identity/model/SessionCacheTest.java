package chat.parley.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.identity.SessionId;
import chat.parley.testing.SteppingClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionCacheTest {
    private static final SessionId ID = new SessionId(1);

    private final SteppingClock clock = new SteppingClock();
    private final SessionCache cache = new SessionCache(clock, Duration.ofSeconds(10), 100);

    @Test
    void whatWasReadIsTrustedForTheIntervalOnly() {
        cache.alive(ID, clock.instant());
        clock.advance(Duration.ofMillis(9_999));
        assertThat(cache.lookUp(ID)).isEqualTo(Liveness.ALIVE);
        clock.advance(Duration.ofMillis(1));
        assertThat(cache.lookUp(ID)).isEqualTo(Liveness.UNKNOWN);
    }

    @Test
    void anEndedSessionIsRememberedForLongerThanTheInterval() {
        cache.ended(ID);
        clock.advance(Duration.ofHours(1));
        assertThat(cache.lookUp(ID)).isEqualTo(Liveness.ENDED);
    }

    @Test
    void anAnswerThatWasReadBeforeTheEndDoesNotReviveTheSession() {
        Instant readAt = clock.instant();
        cache.ended(ID);
        cache.alive(ID, readAt);
        assertThat(cache.lookUp(ID)).isEqualTo(Liveness.ENDED);
    }

    @Test
    void nothingIsKnownOfOtherSessions() {
        cache.ended(ID);
        assertThat(cache.lookUp(new SessionId(2))).isEqualTo(Liveness.UNKNOWN);
    }
}
