package chat.parley.message.model;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.identity.UserId;
import chat.parley.message.model.RoomDelta.Changes;
import chat.parley.message.model.RoomDelta.Reset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever reaches the memory and in whatever order, it answers what the log holds, or that it cannot tell. */
class RecentLogTest {
    private static final UserId READER = new UserId(1);
    private static final int MAX_SYNC = 20;
    private static final int KEPT = MAX_SYNC + 1;

    private final TestLog log = new TestLog(1);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void equalsTheLogAfterAnyHistoryInAnyOrder(int seed) {
        Random random = new Random(seed);
        RecentLog recent = RecentLog.of(0, 0, List.of());
        List<Message> onTheirWay = new ArrayList<>();
        for (int step = 0; step < 400; step++) {
            boolean recalls = log.lastSeq() > 0 && random.nextInt(4) == 0;
            boolean reacts = log.lastSeq() > 0 && random.nextInt(4) == 0;
            onTheirWay.add(
                    recalls
                            ? log.recall(1 + random.nextLong(log.lastSeq()))
                            : reacts
                                    ? log.react(1 + random.nextLong(log.lastSeq()), random.nextInt(3))
                                    : log.send(random.nextInt(3)));
            if (random.nextInt(3) == 0) {
                Collections.shuffle(onTheirWay, random);
                List<Message> arriving = inOrder(onTheirWay.subList(0, random.nextInt(onTheirWay.size() + 1)));
                recent = recent.plus(arriving, KEPT);
                onTheirWay.removeAll(random.nextInt(5) == 0 ? List.of() : arriving);
            }
            if (random.nextInt(20) == 0) {
                // some never come: another node's, say
                onTheirWay.clear();
                recent = recent.merge(fromDatabase(random.nextInt(2) == 0 ? recent.rev() : 0), KEPT);
            }
            if (recent.rev() == log.lastRev()) {
                assertEqualsTheLog(recent, random);
            }
        }
        assertEqualsTheLog(recent.merge(fromDatabase(recent.rev()), KEPT), random);
    }

    private RecentLog fromDatabase(long after) {
        List<Message> rows = log.newestChanges(after, KEPT);
        long floor = rows.size() < KEPT ? after : rows.getFirst().rev() - 1;
        return RecentLog.of(floor, log.lastRev(), rows);
    }

    private void assertEqualsTheLog(RecentLog recent, Random random) {
        long since = random.nextLong(log.lastRev() + 1);
        List<Message> changed = log.changedSince(since);
        if (recent.reaches(since, MAX_SYNC)) {
            RoomDelta expected =
                    changed.size() > MAX_SYNC ? new Reset(log.lastRev()) : new Changes(changed, log.lastRev());
            assertThat(recent.since(since, MAX_SYNC)).isEqualTo(expected);
        }
        int limit = 1 + random.nextInt(30);
        recent.newest(limit, 1, log.lastSeq())
                .ifPresent(page -> assertThat(page).isEqualTo(log.newest(limit)));
        long readSeq = random.nextLong(log.lastSeq() + 1);
        recent.unread(READER, readSeq, log.lastSeq(), log.lastRev(), 10)
                .ifPresent(count -> assertThat(count).isEqualTo(log.unread(READER, readSeq, 10)));
        recent.mentions(READER, readSeq, log.lastSeq(), log.lastRev(), 10)
                .ifPresent(count -> assertThat(count).isEqualTo(log.mentions(READER, readSeq, 10)));
        recent.at(log.lastSeq()).ifPresent(last -> assertThat(last).isEqualTo(log.at(log.lastSeq())));
    }

    @Test
    void aQuietRoomIsAnsweredToTheLastDetail() {
        IntStream.range(0, 10).forEach(i -> log.send(2));
        RecentLog recent = fromDatabase(0);
        assertThat(recent.reaches(0, MAX_SYNC)).isTrue();
        assertThat(recent.since(7, MAX_SYNC)).isEqualTo(new Changes(log.changedSince(7), 10));
        assertThat(recent.newest(4, 1, 10)).contains(log.newest(4));
        assertThat(recent.newest(40, 1, 10)).contains(log.newest(40));
        assertThat(recent.unread(READER, 3, 10, 10, 100)).hasValue(7);
        assertThat(recent.mentions(READER, 3, 10, 10, 100)).hasValue(2);
        assertThat(recent.at(10)).contains(log.at(10));
    }

    @Test
    void whatIsMissingInBetweenIsWaitedFor() {
        List<Message> sent = IntStream.range(0, 5).mapToObj(i -> log.send(2)).toList();
        RecentLog recent = RecentLog.beginningWith(sent.subList(0, 2), KEPT).plus(sent.subList(3, 5), KEPT);
        assertThat(recent.rev()).isEqualTo(2);
        assertThat(recent.plus(sent.subList(2, 3), KEPT).since(1, MAX_SYNC))
                .isEqualTo(new Changes(sent.subList(1, 5), 5));
    }

    @Test
    void whatLiesBelowItsFloorIsNotGuessedAt() {
        IntStream.range(0, 10).forEach(i -> log.send(2));
        RecentLog recent = RecentLog.beginningWith(log.changedSince(6), KEPT);
        assertThat(recent.reaches(6, MAX_SYNC)).isTrue();
        assertThat(recent.reaches(5, MAX_SYNC)).isFalse();
        assertThat(recent.newest(5, 1, 10)).isEmpty();
        assertThat(recent.unread(READER, 5, 10, 10, 100)).isEmpty();
        assertThat(recent.at(6)).isEmpty();
    }

    @Test
    void anOldMessageThatWasRecalledIsPartOfTheSyncButNotOfThePage() {
        IntStream.range(0, 40).forEach(i -> log.send(2));
        log.recall(1);
        RecentLog recent = fromDatabase(0);
        assertThat(recent.since(39, MAX_SYNC)).isEqualTo(new Changes(log.changedSince(39), 41));
        assertThat(recent.newest(20, 1, 40)).contains(log.newest(20));
        assertThat(recent.newest(21, 1, 40)).isEmpty();
    }

    @Test
    void aLogThatWasWrittenAnewReplacesTheOldOne() {
        IntStream.range(0, 10).forEach(i -> log.send(2));
        RecentLog recent = fromDatabase(0);
        TestLog restored = new TestLog(1);
        IntStream.range(0, 8).forEach(i -> restored.send(2));
        Message eighth = restored.at(8);
        RecentLog after = recent.plus(List.of(eighth), KEPT);
        assertThat(after.rev()).isEqualTo(8);
        assertThat(after.since(7, MAX_SYNC)).isEqualTo(new Changes(List.of(eighth), 8));
    }

    private static List<Message> inOrder(List<Message> messages) {
        return messages.stream().sorted(Comparator.comparingLong(Message::rev)).toList();
    }
}
