package chat.parley.realtime.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;
import chat.parley.realtime.SocketSession;
import chat.parley.realtime.model.CloseCode;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.FakeWire;
import chat.parley.realtime.model.LineCodec;
import chat.parley.realtime.model.OutboxLimits;
import chat.parley.shared.error.ParleyException;
import chat.parley.testing.FakeRealtimeConfig;
import chat.parley.testing.SteppingClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FloodPenaltiesTest {
    private static final UserId ADA = new UserId(1);
    private static final UserId GRACE = new UserId(2);

    private final SteppingClock clock = new SteppingClock();
    private final FloodPenalties penalties = new FloodPenalties(new FakeRealtimeConfig(), clock);
    private final Connection connection =
            new Connection("c1", new FakeWire(), new LineCodec(), new OutboxLimits(10_000, 100), clock.instant());

    @Test
    void whoIsSentAwayMayComeBackAfterAWhile() {
        connection.beginSession(new SocketSession("c1", ADA, new SessionId(1)));
        penalties.sendAway(connection);
        assertThat(connection.closedWith()).isEqualTo(CloseCode.TOO_SLOW);
        assertThatThrownBy(() -> penalties.check(ADA)).isInstanceOf(ParleyException.class);
        clock.advance(Duration.ofSeconds(5));
        assertThatCode(() -> penalties.check(ADA)).doesNotThrowAnyException();
    }

    @Test
    void whatStillArrivesOnTheClosedConnectionMakesItNoLonger() {
        connection.beginSession(new SocketSession("c1", ADA, new SessionId(1)));
        penalties.sendAway(connection);
        clock.advance(Duration.ofSeconds(4));
        penalties.sendAway(connection);
        clock.advance(Duration.ofSeconds(1));
        assertThatCode(() -> penalties.check(ADA)).doesNotThrowAnyException();
    }

    @Test
    void othersAndStrangersAreNotConcerned() {
        penalties.sendAway(connection);
        assertThat(connection.closedWith()).isEqualTo(CloseCode.TOO_SLOW);
        connection.beginSession(new SocketSession("c1", ADA, new SessionId(1)));
        assertThatCode(() -> penalties.check(ADA)).doesNotThrowAnyException();
        assertThatCode(() -> penalties.check(GRACE)).doesNotThrowAnyException();
    }
}
