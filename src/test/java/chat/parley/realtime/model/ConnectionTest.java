package chat.parley.realtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;
import chat.parley.realtime.Push.Importance;
import chat.parley.realtime.SocketSession;
import chat.parley.realtime.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private static final Topic ROOM = new Topic("room", 1);

    private final FakeWire wire = new FakeWire();
    private final Connection connection =
            new Connection("c1", wire, new LineCodec(), new OutboxLimits(1_000, 10), Instant.EPOCH);

    @Test
    void whatWaitsBehindAWriteLeavesAsOneFrame() {
        push("a", Importance.DURABLE);
        push("b", Importance.DURABLE);
        push("c", Importance.DURABLE);
        wire.finishWrite();
        assertThat(wire.frames()).containsExactly("a", "b\nc");
    }

    @Test
    void aFullOutboxEndsTheConnectionAsTooSlow() {
        for (int i = 0; i <= 10; i++) {
            assertThat(push("m" + i, Importance.DURABLE)).isEqualTo(Delivery.ACCEPTED);
        }
        assertThat(push("one too many", Importance.DURABLE)).isEqualTo(Delivery.OVERFLOW);
        assertThat(wire.closedWith()).isEqualTo(CloseCode.TOO_SLOW);
        assertThat(connection.isClosed()).isTrue();
    }

    @Test
    void tooManyBytesEndTheConnectionAsTooSlow() {
        push("on the wire", Importance.DURABLE);
        assertThat(push("x".repeat(900), Importance.DURABLE)).isEqualTo(Delivery.ACCEPTED);
        assertThat(push("x".repeat(101), Importance.DURABLE)).isEqualTo(Delivery.OVERFLOW);
        assertThat(wire.closedWith()).isEqualTo(CloseCode.TOO_SLOW);
    }

    @Test
    void aSlowClientGoesWithoutEphemeralPushesAndKeepsItsConnection() {
        for (int i = 0; i <= 5; i++) {
            push("m" + i, Importance.DURABLE);
        }
        assertThat(push("typing", Importance.EPHEMERAL)).isEqualTo(Delivery.DROPPED);
        wire.finishWrite();
        wire.finishWrite();
        assertThat(wire.closedWith()).isNull();
        assertThat(wire.frames()).containsExactly("m0", "m1\nm2\nm3\nm4\nm5");
    }

    @Test
    void roomIsMadeByWhatLeft() {
        for (int round = 0; round < 50; round++) {
            assertThat(push("m" + round, Importance.DURABLE)).isEqualTo(Delivery.ACCEPTED);
            wire.finishWrite();
        }
        assertThat(wire.frames()).hasSize(50);
    }

    @Test
    void pushesDuringOpeningFollowTheAnswerWithoutWhatItCovers() {
        connection.beginSession(new SocketSession("c1", new UserId(1), new SessionId(2)));
        connection.push(frame("rev 7"), Importance.DURABLE, ROOM, 7);
        connection.push(frame("rev 8"), Importance.DURABLE, ROOM, 8);
        connection.push(frame("friend"), Importance.DURABLE, null, 0);
        assertThat(wire.frames()).isEmpty();

        connection.release(frame("answer"), Map.of(ROOM, 7L));
        wire.finishWrite();
        assertThat(String.join("\n", wire.frames())).isEqualTo("answer\nrev 8\nfriend");
    }

    @Test
    void aPushThatTheAnswerCoversIsNotSentAfterItEither() {
        connection.beginSession(new SocketSession("c1", new UserId(1), new SessionId(2)));
        connection.release(frame("answer"), Map.of(ROOM, 7L));
        wire.finishWrite();
        connection.push(frame("rev 7"), Importance.DURABLE, ROOM, 7);
        connection.push(frame("rev 8"), Importance.DURABLE, ROOM, 8);
        assertThat(wire.frames()).containsExactly("answer", "rev 8");
    }

    @Test
    void closingWaitsForWhatIsQueued() {
        push("first", Importance.DURABLE);
        push("last words", Importance.DURABLE);
        connection.closeWhenWritten(CloseCode.RESTARTING, "restart");
        assertThat(wire.closedWith()).isNull();
        wire.finishWrite();
        assertThat(wire.frames()).containsExactly("first", "last words");
        assertThat(wire.closedWith()).isEqualTo(CloseCode.RESTARTING);
    }

    @Test
    void nothingIsWrittenAfterTheEnd() {
        connection.gone();
        push("late", Importance.DURABLE);
        assertThat(wire.frames()).isEmpty();
    }

    private Delivery push(String text, Importance importance) {
        return connection.pushNow(frame(text), importance, null, 0);
    }

    private static EncodedFrame frame(String text) {
        return new EncodedFrame(text.getBytes(StandardCharsets.UTF_8));
    }
}
