package chat.parley.realtime.service.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.identity.UserId;
import chat.parley.realtime.StateChange;
import chat.parley.realtime.StateTeller;
import chat.parley.realtime.Topic;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StateNewsServiceTest {
    private static final StateChange ONE = change(1);
    private static final StateChange TWO = change(2);
    private static final StateChange THREE = change(3);

    private final Rooms rooms = new Rooms();
    private final StateNewsService news =
            new StateNewsService(TestNodes.alone(Clock.systemUTC()), List.of(rooms), Duration.ZERO);

    @Test
    void whatChangedHereIsToldWhenTheCallReturns() {
        news.changed(ONE);
        news.changed(new StateChange(new Topic("garden", 1), List.of()));

        assertThat(rooms.told).containsExactly(ONE);
    }

    @Test
    void whatIsSaidAgainWhileItWaitsIsLookedAtOnce() throws InterruptedException {
        rooms.held = new CountDownLatch(1);
        news.changedHereSoon(ONE);
        rooms.reached.await();

        news.changedHereSoon(TWO);
        news.changedHereSoon(ONE);
        news.changedHereSoon(TWO);
        news.changedHereSoon(ONE);
        rooms.held.countDown();
        news.changedHereSoon(THREE);

        // the first look may have come too early for what was said during it
        await().until(() -> rooms.told.contains(THREE));
        assertThat(rooms.told).containsExactly(ONE, TWO, ONE, THREE);
    }

    @Test
    void whatCannotBeReadIsTriedAgain() {
        rooms.failures.addAll(List.of(
                new IllegalStateException("the database is away"), ParleyException.of(RequestError.UNAVAILABLE)));

        news.changedHereSoon(ONE);

        await().until(() -> rooms.told.contains(ONE));
        assertThat(rooms.failures).isEmpty();
    }

    @Test
    void whatIsGoneStopsNothing() {
        rooms.failures.add(ParleyException.of(RequestError.NOT_FOUND));

        news.changedHereSoon(ONE);
        news.changedHereSoon(TWO);

        await().until(() -> rooms.told.contains(TWO));
        assertThat(rooms.told).containsExactly(TWO);
    }

    private static StateChange change(long room) {
        return new StateChange(new Topic("room", room), List.of(new UserId(7)));
    }

    private static final class Rooms implements StateTeller {
        private final List<StateChange> told = new CopyOnWriteArrayList<>();
        private final List<RuntimeException> failures = new CopyOnWriteArrayList<>();
        private final CountDownLatch reached = new CountDownLatch(1);
        private CountDownLatch held = new CountDownLatch(0);

        @Override
        public Set<String> kinds() {
            return Set.of("room");
        }

        @Override
        public void tell(StateChange change) {
            reached.countDown();
            try {
                held.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (!failures.isEmpty()) {
                throw failures.removeFirst();
            }
            told.add(change);
        }
    }
}
