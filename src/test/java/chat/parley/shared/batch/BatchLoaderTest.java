package chat.parley.shared.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchLoaderTest {
    private static final int BROKEN = 3;

    private final Map<Integer, String> stored = new ConcurrentHashMap<>();
    private final Queue<Set<Integer>> readings = new ConcurrentLinkedQueue<>();
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final BatchLoader<Integer, String> loader = new BatchLoader<>(this::read, () -> false);

    BatchLoaderTest() {
        IntStream.range(0, 1_000).forEach(key -> stored.put(key, "value " + key));
    }

    @AfterEach
    void stop() {
        mayEnd.countDown();
    }

    @Test
    void whoComesAloneAsksAtOnce() {
        mayEnd.countDown();

        assertThat(loader.load(1)).contains("value 1");
        assertThat(loader.load(-1)).isEmpty();
        assertThat(loader.load(Set.of(2, -2))).isEqualTo(Map.of(2, "value 2"));
        assertThat(loader.load(Set.of())).isEmpty();

        assertThat(readings).containsExactly(Set.of(1), Set.of(-1), Set.of(2, -2));
    }

    @Test
    void thoseWhoComeDuringAReadingShareTheNext() throws Exception {
        FutureTask<Map<Integer, String>> first = ask(loader, Set.of(0));
        List<FutureTask<Map<Integer, String>>> others = IntStream.rangeClosed(10, 40)
                .mapToObj(key -> ask(loader, Set.of(key)))
                .toList();
        mayEnd.countDown();

        assertThat(first.get()).containsOnlyKeys(0);
        for (int i = 0; i < others.size(); i++) {
            assertThat(others.get(i).get()).isEqualTo(Map.of(10 + i, "value " + (10 + i)));
        }
        assertThat(readings).hasSize(2);
    }

    @Test
    void nobodyGetsWhatWasReadBeforeTheyAsked() throws Exception {
        FutureTask<Map<Integer, String>> before = ask(loader, Set.of(1));
        stored.put(1, "new");
        FutureTask<Map<Integer, String>> after = ask(loader, Set.of(1));
        mayEnd.countDown();

        assertThat(before.get()).containsEntry(1, "value 1");
        assertThat(after.get()).containsEntry(1, "new");
    }

    @Test
    void whatCannotBeReadForOneDoesNotFailTheOthers() throws Exception {
        ask(loader, Set.of(0));
        FutureTask<Map<Integer, String>> well = ask(loader, Set.of(1));
        FutureTask<Map<Integer, String>> broken = ask(loader, Set.of(BROKEN));
        mayEnd.countDown();

        assertThat(well.get()).containsEntry(1, "value 1");
        assertThatThrownBy(broken::get).hasRootCauseMessage("cannot be read");
    }

    @Test
    void moreThanAStatementTakesIsReadInSeveral() throws Exception {
        ask(loader, Set.of(0));
        List<FutureTask<Map<Integer, String>>> large = IntStream.range(0, 3)
                .mapToObj(i -> ask(
                        loader,
                        IntStream.range(10 + i * 300, 310 + i * 300).boxed().collect(Collectors.toSet())))
                .toList();
        mayEnd.countDown();

        for (FutureTask<Map<Integer, String>> one : large) {
            assertThat(one.get()).hasSize(300);
        }
        assertThat(readings).allSatisfy(keys -> assertThat(keys).hasSizeLessThanOrEqualTo(512));
    }

    @Test
    void inATransactionEverybodyReadsAlone() throws Exception {
        BatchLoader<Integer, String> alone = new BatchLoader<>(this::read, () -> true);
        List<FutureTask<Map<Integer, String>>> all =
                IntStream.range(10, 15).mapToObj(key -> ask(alone, Set.of(key))).toList();

        assertThat(readings).hasSize(5);
        mayEnd.countDown();
        for (FutureTask<Map<Integer, String>> one : all) {
            assertThat(one.get()).hasSize(1);
        }
    }

    /** Has seen what is stored before it ends. */
    private Map<Integer, String> read(Set<Integer> keys) {
        Map<Integer, String> found = stored.entrySet().stream()
                .filter(entry -> keys.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        readings.add(Set.copyOf(keys));
        try {
            mayEnd.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (keys.contains(BROKEN)) {
            throw new IllegalStateException("cannot be read");
        }
        return found;
    }

    /** On a thread of its own, which has asked and waits when this returns. */
    private static FutureTask<Map<Integer, String>> ask(BatchLoader<Integer, String> loader, Set<Integer> keys) {
        FutureTask<Map<Integer, String>> asking = new FutureTask<>(() -> loader.load(keys));
        Thread caller = Thread.ofPlatform().daemon().start(asking);
        await().until(() -> caller.getState() == Thread.State.WAITING);
        return asking;
    }
}
