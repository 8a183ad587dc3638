package chat.parley.identity.integration;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.identity.IdentityError;
import chat.parley.identity.TestIdentityConfig;
import chat.parley.identity.TestIdentityConfig.TestHashing;
import chat.parley.identity.model.Password;
import chat.parley.identity.model.PasswordHash;
import chat.parley.shared.error.ErrorCode;
import chat.parley.shared.error.ParleyException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Argon2PasswordHasherTest {
    private static final Password PASSWORD = new Password("open sesame");

    private final Argon2PasswordHasher hasher = hasher(64, 1);

    @AfterEach
    void stop() {
        hasher.stop();
    }

    @Test
    void onePasswordHasADifferentHashEachTime() {
        PasswordHash hash = hasher.hash(PASSWORD);
        assertThat(hasher.hash(PASSWORD)).isNotEqualTo(hash);
        assertThat(hasher.matches(PASSWORD, hash)).isTrue();
        assertThat(hasher.matches(new Password("close sesame"), hash)).isFalse();
    }

    @Test
    void aHashMadeWithOtherParametersStillMatchesButIsOutdated() {
        PasswordHash hash = hasher.hash(PASSWORD);
        var dearer = hasher(128, 1);
        assertThat(hasher.isOutdated(hash)).isFalse();
        assertThat(dearer.isOutdated(hash)).isTrue();
        assertThat(dearer.matches(PASSWORD, hash)).isTrue();
        dearer.stop();
    }

    @Test
    void whoFindsTheQueueFullIsToldToComeBack() throws Exception {
        var slow = hasher(65536, 1);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Optional<ParleyException>> call = () -> outcome(slow);
            List<Future<Optional<ParleyException>>> outcomes =
                    callers.invokeAll(IntStream.range(0, 20).mapToObj(i -> call).toList());
            List<ParleyException> refusals =
                    outcomes.stream().flatMap(f -> get(f).stream()).toList();
            assertThat(refusals).isNotEmpty().hasSizeLessThan(20);
            assertThat(refusals).allSatisfy(refusal -> {
                assertThat(refusal.code()).isEqualTo((ErrorCode) IdentityError.BUSY);
                assertThat(refusal.retryAfter()).isPositive();
            });
        } finally {
            slow.stop();
        }
    }

    private static Optional<ParleyException> outcome(Argon2PasswordHasher hasher) {
        try {
            hasher.pretend(PASSWORD);
            return Optional.empty();
        } catch (ParleyException e) {
            return Optional.of(e);
        }
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static Argon2PasswordHasher hasher(int memoryKib, int queue) {
        var hashing = new TestHashing(memoryKib, 1, 1, 1, queue);
        var base = new TestIdentityConfig();
        var config = new TestIdentityConfig(Path.of("unused"), hashing, base.throttle());
        return new Argon2PasswordHasher(config, new SimpleMeterRegistry());
    }
}
