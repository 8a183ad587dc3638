package chat.parley.realtime.handler.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.realtime.handler.socket.Inbox.Arrival;
import chat.parley.realtime.handler.socket.Inbox.InboxLimits;
import chat.parley.realtime.model.ClientFrame;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.FakeWire;
import chat.parley.realtime.model.LineCodec;
import chat.parley.realtime.model.OutboxLimits;
import chat.parley.realtime.service.Ticket;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static final int WAITING = 8;
    private static final int IN_FLIGHT = 2;

    private final Connection connection = new Connection(
            "c1",
            new FakeWire(),
            new LineCodec(),
            new OutboxLimits(10_000, 100),
            Instant.parse("2026-01-01T00:00:00Z"));
    private final List<Boolean> tap = new ArrayList<>();
    private final Inbox inbox = new Inbox(connection, new InboxLimits(WAITING, IN_FLIGHT, 200), Ticket.uncounted());

    InboxTest() {
        inbox.controls(tap::add);
    }

    @Test
    void whileMuchWaitsNothingMoreIsRead() {
        arrive(WAITING / 2);
        assertThat(tap).isEmpty();
        arrive(1);
        assertThat(tap).containsExactly(false);
        arrive(WAITING / 2 - 1);
        assertThat(inbox.arrive(frame())).isEqualTo(Arrival.FULL);
        take(WAITING * 3 / 4);
        assertThat(tap).containsExactly(false, true);
    }

    @Test
    void whoIsNotListenedToAnyMoreIsNeverReadAgain() {
        arrive(WAITING);
        inbox.turnDeaf();
        take(WAITING);
        assertThat(tap).containsOnly(false);
    }

    @Test
    void whoAsksForMuchMoreThanMayBeOpenLetsTheOthersGoFirst() {
        arrive(IN_FLIGHT + 1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> inbox.rest(1)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void whoAsksForLessNeverRests() {
        arrive(IN_FLIGHT);
        Thread.currentThread().interrupt();
        assertThatCode(() -> inbox.rest(1)).doesNotThrowAnyException();
        assertThat(Thread.interrupted()).isTrue();
    }

    private void arrive(int frames) {
        for (int i = 0; i < frames; i++) {
            assertThat(inbox.arrive(frame())).isNotEqualTo(Arrival.FULL);
        }
    }

    private void take(int frames) {
        for (int i = 0; i < frames; i++) {
            assertThat(inbox.next()).isNotNull();
        }
    }

    private static ClientFrame frame() {
        return new ClientFrame.Broken(null, ParleyException.of(RequestError.MALFORMED));
    }
}
