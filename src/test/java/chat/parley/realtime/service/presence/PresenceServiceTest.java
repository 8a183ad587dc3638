package chat.parley.realtime.service.presence;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.identity.UserId;
import chat.parley.realtime.PresenceVisibility;
import chat.parley.realtime.SocketSession;
import chat.parley.realtime.model.presence.PresenceState;
import chat.parley.realtime.port.PresenceConfig;
import chat.parley.realtime.service.PresenceHouse;
import chat.parley.testing.SteppingClock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PresenceServiceTest {
    private static final UserId STRANGER = new UserId(99_999);

    private final SteppingClock clock = new SteppingClock();
    private final PresenceHouse house = new PresenceHouse(clock);
    private final PresenceService presence = new PresenceService(
            house.connections, List.of(new AllButTheStranger()), house.delivery, house.nodes, new Config(), clock);

    @Test
    void aWatcherIsToldWhoComesGoesAndRests() {
        SocketSession watcher = house.open(1);
        assertThat(presence.watch(watcher, Set.of(new UserId(2)))).containsValue(PresenceState.OFFLINE);

        SocketSession other = house.open(2);
        second();
        assertThat(house.framesOf(watcher)).containsExactly("presence.changed {2=ONLINE}");

        clock.advance(Duration.ofMinutes(5));
        presence.active(watcher);
        second();
        assertThat(house.framesOf(watcher)).last().isEqualTo("presence.changed {2=AWAY}");

        presence.active(other);
        second();
        assertThat(house.framesOf(watcher)).last().isEqualTo("presence.changed {2=ONLINE}");

        house.close(other);
        second();
        assertThat(house.framesOf(watcher)).hasSize(3);
        clock.advance(Duration.ofSeconds(5));
        second();
        assertThat(house.framesOf(watcher)).last().isEqualTo("presence.changed {2=OFFLINE}");
    }

    @Test
    void whoIsOnSeveralDevicesIsAsPresentAsOnTheBestOfThem() {
        SocketSession watcher = house.open(1);
        presence.watch(watcher, Set.of(new UserId(2)));
        SocketSession phone = house.open(2);
        SocketSession desk = house.open(2);
        second();
        clock.advance(Duration.ofMinutes(6));
        presence.active(desk);
        second();
        house.close(phone);
        second();
        assertThat(house.framesOf(watcher)).containsExactly("presence.changed {2=ONLINE}");
    }

    @Test
    void strangersReadAsOfflineAndAreNeverTold() {
        SocketSession watcher = house.open(1);
        house.open(STRANGER.value());
        second();
        assertThat(presence.watch(watcher, Set.of(STRANGER, new UserId(1))))
                .isEqualTo(Map.of(STRANGER, PresenceState.OFFLINE, new UserId(1), PresenceState.ONLINE));
        clock.advance(Duration.ofMinutes(6));
        presence.active(watcher);
        second();
        assertThat(house.framesOf(watcher)).isEmpty();
    }

    @Test
    void aNewSetReplacesTheFormerOne() {
        SocketSession watcher = house.open(1);
        presence.watch(watcher, Set.of(new UserId(2)));
        presence.watch(watcher, Set.of(new UserId(3)));
        house.open(2);
        house.open(3);
        second();
        assertThat(house.framesOf(watcher)).containsExactly("presence.changed {3=ONLINE}");
    }

    @Test
    void whoIsPartedReadsAsOfflineAtOnceAndIsToldNothingMore() {
        SocketSession watcher = house.open(1);
        SocketSession other = house.open(2);
        second();
        presence.watch(watcher, Set.of(new UserId(2), new UserId(3)));
        presence.part(new UserId(2), new UserId(1));
        assertThat(house.framesOf(watcher)).containsExactly("presence.changed {2=OFFLINE}");

        presence.part(new UserId(2), new UserId(1));
        house.close(other);
        house.open(3);
        clock.advance(Duration.ofSeconds(10));
        second();
        assertThat(house.framesOf(watcher)).hasSize(2).last().isEqualTo("presence.changed {3=ONLINE}");
    }

    @Test
    void whoIsPartedWhileBeingLookedUpIsNotWatched() {
        var visibility = new BlockedMeanwhile();
        var presence = new PresenceService(
                house.connections, List.of(visibility), house.delivery, house.nodes, new Config(), clock);
        visibility.meanwhile = () -> presence.partHere(new UserId(2), new UserId(1));
        SocketSession watcher = house.open(1);
        house.open(2);
        presence.tick();
        assertThat(presence.watch(watcher, Set.of(new UserId(2)))).containsValue(PresenceState.OFFLINE);
        house.open(3);
        clock.advance(Duration.ofMinutes(6));
        presence.tick();
        assertThat(house.framesOf(watcher)).isEmpty();
    }

    /** Sees everybody; but the first time, the block comes right after it looked. */
    private static class BlockedMeanwhile implements PresenceVisibility {
        private Runnable meanwhile = () -> {};
        private boolean blocked;

        @Override
        public Set<UserId> visible(UserId watcher, Collection<UserId> users) {
            return blocked ? Set.of() : Set.copyOf(users);
        }

        @Override
        public Set<UserId> hidden(UserId watcher, Collection<UserId> users) {
            if (!blocked) {
                blocked = true;
                meanwhile.run();
            }
            return Set.of();
        }
    }

    // 1,000 people of one room who all watch each other: it is the number of frames that must not grow with them.
    @Test
    void aThousandWhoJoinAndGoGetOneFrameASecond() {
        int people = 1_000;
        int ticks = 0;
        Set<UserId> everybody = Set.copyOf(
                LongStream.rangeClosed(1, people).mapToObj(UserId::new).toList());
        SocketSession[] sessions = new SocketSession[people + 1];
        for (int second = 0; second < 5; second++) {
            for (int i = second * 200 + 1; i <= (second + 1) * 200; i++) {
                sessions[i] = house.open(i);
                presence.watch(sessions[i], everybody);
            }
            second();
            ticks++;
        }
        for (int second = 0; second < 10; second++) {
            for (int i = 0; i < 100; i++) {
                int who = 1 + second * 100 + i;
                house.close(sessions[who]);
                sessions[who] = house.open(who + people);
                presence.watch(sessions[who], everybody);
            }
            second();
            ticks++;
        }
        SocketSession witness = sessions[people];
        assertThat(house.framesOf(witness)).hasSizeLessThanOrEqualTo(ticks);
        assertThat(house.mostFrames()).isLessThanOrEqualTo(ticks);
        assertThat(house.framesWritten()).isLessThanOrEqualTo(ticks * 2);
    }

    private void second() {
        clock.advance(Duration.ofSeconds(1));
        presence.tick();
    }

    private static final class AllButTheStranger implements PresenceVisibility {
        @Override
        public Set<UserId> visible(UserId watcher, Collection<UserId> users) {
            return users.stream().filter(user -> !user.equals(STRANGER)).collect(Collectors.toSet());
        }
    }

    private static final class Config implements PresenceConfig {
        @Override
        public Duration awayAfter() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration grace() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration repeat() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Duration nodeTimeout() {
            return Duration.ofSeconds(30);
        }
    }
}
