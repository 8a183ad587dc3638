package chat.parley.identity;

import chat.parley.identity.port.IdentityConfig;
import java.nio.file.Path;
import java.time.Duration;

/** Settings for tests without a server: cheap hashes, small limits. */
public record TestIdentityConfig(Path keys, Hashing hashing, Throttle throttle) implements IdentityConfig {
    public TestIdentityConfig() {
        this(Path.of("unused"));
    }

    public TestIdentityConfig(Path keys) {
        this(keys, new TestHashing(64, 1, 1, 1, 1), new TestThrottle());
    }

    @Override
    public String issuer() {
        return "parley";
    }

    @Override
    public Duration accessTokenLifetime() {
        return Duration.ofMinutes(15);
    }

    @Override
    public Duration refreshTokenLifetime() {
        return Duration.ofDays(30);
    }

    @Override
    public Duration refreshTokenGrace() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration sessionCheckInterval() {
        return Duration.ofSeconds(10);
    }

    public record TestHashing(int memoryKib, int iterations, int parallelism, int threads, int queue)
            implements Hashing {}

    private record TestThrottle() implements Throttle {
        @Override
        public Limit account() {
            return new TestLimit(3, Duration.ofMinutes(1));
        }

        @Override
        public Limit address() {
            return new TestLimit(5, Duration.ofMinutes(1));
        }

        @Override
        public Limit registration() {
            return new TestLimit(2, Duration.ofMinutes(1));
        }

        @Override
        public int maxKeys() {
            return 1000;
        }
    }

    private record TestLimit(int attempts, Duration period) implements Limit {}
}
