package chat.parley.realtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;
import chat.parley.realtime.SocketSession;
import chat.parley.realtime.model.CloseCode;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.FakeWire;
import chat.parley.realtime.model.LineCodec;
import chat.parley.realtime.model.OutboxLimits;
import chat.parley.testing.FakeRealtimeConfig;
import chat.parley.testing.SteppingClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeartbeatServiceTest {
    private final SteppingClock clock = new SteppingClock();
    private final HeartbeatService heartbeat = new HeartbeatService(new FakeRealtimeConfig(), clock);
    private final FakeWire wire = new FakeWire();
    private final LineCodec codec = new LineCodec();
    private final Connection connection =
            new Connection("c1", wire, codec, new OutboxLimits(10_000, 100), clock.instant());

    HeartbeatServiceTest() {
        heartbeat.follow(connection);
    }

    @Test
    void aHeartbeatGoesOutEveryFifteenSeconds() {
        open();
        for (int second = 0; second < 46; second++) {
            pass(Duration.ofSeconds(1));
            connection.heardAt(clock.instant(), codec);
            wire.finishWrite();
        }
        assertThat(wire.frames()).hasSize(3).allMatch(frame -> frame.startsWith("heartbeat"));
    }

    @Test
    void whoHasNotChosenAFormatGetsNoHeartbeat() {
        for (int second = 0; second < 10; second++) {
            pass(Duration.ofSeconds(15));
        }
        assertThat(wire.frames()).isEmpty();
    }

    @Test
    void aGapOfExactlyTwoIntervalsAndASecondIsForgiven() {
        open();
        pass(Duration.ofSeconds(31));
        assertThat(wire.closedWith()).isNull();
        pass(Duration.ofMillis(100));
        assertThat(wire.closedWith()).isEqualTo(CloseCode.HEARTBEAT_MISSED);
    }

    @Test
    void whoIsHeardAgainIsNotEnded() {
        open();
        pass(Duration.ofSeconds(30));
        connection.heardAt(clock.instant(), codec);
        pass(Duration.ofSeconds(31));
        assertThat(wire.closedWith()).isNull();
        pass(Duration.ofMillis(100));
        assertThat(wire.closedWith()).isEqualTo(CloseCode.HEARTBEAT_MISSED);
    }

    @Test
    void aHeartbeatGoesOutThoughTheClockWasSetBack() {
        open();
        pass(Duration.ofSeconds(1));
        pass(Duration.ofDays(-1));
        wire.frames().clear();
        for (int second = 0; second < 15; second++) {
            pass(Duration.ofSeconds(1));
            connection.heardAt(clock.instant(), codec);
            wire.finishWrite();
        }
        assertThat(wire.frames()).hasSize(1).allMatch(frame -> frame.startsWith("heartbeat"));
    }

    @Test
    void aConnectionThatFailsKeepsNobodyFromTheirHeartbeatNorLosesItsOwn() {
        open();
        connection.heardAt(clock.instant(), codec);
        FakeWire otherWire = new FakeWire();
        Connection other = new Connection("c2", otherWire, codec, new OutboxLimits(10_000, 100), clock.instant());
        other.beginSession(new SocketSession("c2", new UserId(2), new SessionId(3)));
        other.release(codec.response(1, "opened"), Map.of());
        other.heardAt(clock.instant(), codec);
        otherWire.finishWrite();
        heartbeat.follow(other);
        wire.broken(true);
        otherWire.broken(true);
        pass(Duration.ofSeconds(15));
        wire.broken(false);
        otherWire.broken(false);
        pass(Duration.ofSeconds(15));
        assertThat(wire.frames()).hasSize(1).last().asString().startsWith("heartbeat");
        assertThat(otherWire.frames()).hasSize(2).last().asString().startsWith("heartbeat");
    }

    @Test
    void whoIsForgottenIsLeftAlone() {
        open();
        heartbeat.forget(connection);
        pass(Duration.ofMinutes(1));
        assertThat(wire.frames()).isEmpty();
        assertThat(wire.closedWith()).isNull();
    }

    @Test
    void aConnectionThatOpensNoSessionIsEnded() {
        pass(Duration.ofSeconds(10));
        assertThat(wire.closedWith()).isNull();
        pass(Duration.ofSeconds(1));
        assertThat(wire.closedWith()).isEqualTo(CloseCode.UNAUTHENTICATED);
    }

    @Test
    void whoWaitsForTheSessionItAskedForIsNotEnded() {
        connection.opening(true);
        pass(Duration.ofSeconds(11));
        assertThat(wire.closedWith()).isNull();
        connection.opening(false);
        pass(Duration.ofSeconds(1));
        assertThat(wire.closedWith()).isEqualTo(CloseCode.UNAUTHENTICATED);
    }

    @Test
    void aSessionEndsWithItsTokenAndTheGrace() {
        open();
        connection.sessionEndsAt(clock.instant().plusSeconds(20));
        heartbeat.follow(connection);
        pass(Duration.ofSeconds(20));
        assertThat(wire.closedWith()).isNull();
        pass(Duration.ofSeconds(1));
        assertThat(wire.closedWith()).isEqualTo(CloseCode.UNAUTHENTICATED);
    }

    private void open() {
        connection.beginSession(new SocketSession("c1", new UserId(1), new SessionId(2)));
        connection.release(new LineCodec().response(1, "opened"), Map.of());
        wire.finishWrite();
        wire.frames().clear();
    }

    private void pass(Duration time) {
        clock.advance(time);
        heartbeat.beat();
    }
}
