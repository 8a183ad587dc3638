package chat.parley.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final Instant START = Instant.parse("2026-11-22T15:00:00Z");
    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Session first = Session.start(new SessionId(1), new UserId(2), START, LIFETIME);
    private final Session second = first.next(START.plusSeconds(900), LIFETIME);

    @Test
    void aTokenOfThePresentGenerationBeginsTheNext() {
        assertThat(first.rotation(1, START.plusSeconds(900), GRACE)).isEqualTo(Rotation.NEXT);
        assertThat(second.generation()).isEqualTo(2);
    }

    @Test
    void theTokenJustUsedMayComeAgainWithinTheGraceOnly() {
        Instant used = second.lastUsedAt();
        assertThat(second.rotation(1, used.plus(GRACE), GRACE)).isEqualTo(Rotation.REPEAT);
        assertThat(second.rotation(1, used.plus(GRACE).plusMillis(1), GRACE)).isEqualTo(Rotation.REUSE);
    }

    @Test
    void aTokenTwoGenerationsOldIsReusedEvenWithinTheGrace() {
        Session third = second.next(second.lastUsedAt().plusSeconds(1), LIFETIME);
        assertThat(third.rotation(1, third.lastUsedAt(), GRACE)).isEqualTo(Rotation.REUSE);
    }

    @Test
    void eachUseProlongsTheSession() {
        assertThat(first.isOver(START.plus(LIFETIME))).isTrue();
        assertThat(second.isOver(START.plus(LIFETIME))).isFalse();
    }

    @Test
    void aRevokedSessionIsOver() {
        var revoked = new Session(first.id(), first.userId(), 1, START, START.plus(LIFETIME), START);
        assertThat(first.isOver(START)).isFalse();
        assertThat(revoked.isOver(START)).isTrue();
    }
}
