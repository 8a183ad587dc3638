package chat.parley.identity.integration;

import chat.parley.identity.IdentityError;
import chat.parley.identity.model.Password;
import chat.parley.identity.model.PasswordHash;
import chat.parley.identity.port.IdentityConfig;
import chat.parley.identity.port.PasswordHasher;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Argon2id on a few threads of its own with a bounded queue: when many sign in at once, they wait for each other and
 * the chat keeps its processors.
 */
@ApplicationScoped
class Argon2PasswordHasher implements PasswordHasher {
    private static final int SALT_BYTES = 16;
    private static final Duration BUSY_RETRY = Duration.ofSeconds(5);

    private final Argon2Cost cost;
    private final ThreadPoolExecutor pool;
    private final Timer timer;
    private final SecureRandom random = new SecureRandom();
    private final Argon2Hash dummy;

    Argon2PasswordHasher(IdentityConfig config, MeterRegistry registry) {
        var hashing = config.hashing();
        cost = new Argon2Cost(hashing.memoryKib(), hashing.iterations(), hashing.parallelism());
        pool = pool(hashing.threads(), hashing.queue());
        timer = registry.timer("parley.identity.password.hashing");
        registry.gauge(
                "parley.identity.password.waiting", pool, p -> p.getQueue().size());
        // Never compared with a match in mind: only its cost counts.
        dummy = new Argon2Hash(cost, salt(), new byte[32]);
    }

    private static ThreadPoolExecutor pool(int configured, int queue) {
        // By default half of the processors stay free for the chat.
        int threads =
                configured > 0 ? configured : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(queue),
                Thread.ofPlatform().daemon().name("parley-hashing-", 0).factory());
    }

    @Override
    public PasswordHash hash(Password password) {
        return inTurn(() -> Argon2Hash.of(password, cost, salt()).format());
    }

    @Override
    public boolean matches(Password password, PasswordHash hash) {
        Argon2Hash stored = Argon2Hash.parse(hash);
        return inTurn(() -> stored.matches(password));
    }

    @Override
    public void pretend(Password password) {
        inTurn(() -> dummy.matches(password));
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return !Argon2Hash.parse(hash).cost().equals(cost);
    }

    @PreDestroy
    void stop() {
        pool.shutdown();
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private <T> T inTurn(Callable<T> work) {
        try {
            return pool.submit(() -> timer.recordCallable(work)).get();
        } catch (RejectedExecutionException e) {
            throw ParleyException.retryAfter(IdentityError.BUSY, BUSY_RETRY);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Hashing a password failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ParleyException.causedBy(RequestError.UNAVAILABLE, e);
        }
    }
}
