package chat.parley.identity.port;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of accounts and sessions; {@code config/application.yml} explains each. */
@ConfigMapping(prefix = "parley.identity")
public interface IdentityConfig {
    @NotBlank
    String issuer();

    Path keys();

    Duration accessTokenLifetime();

    Duration refreshTokenLifetime();

    Duration refreshTokenGrace();

    Duration sessionCheckInterval();

    Hashing hashing();

    Throttle throttle();

    /** What a password costs, and how many may be hashed at once. */
    interface Hashing {
        @Min(8192)
        int memoryKib();

        @Min(1)
        int iterations();

        @Min(1)
        int parallelism();

        @Min(0)
        int threads();

        @Min(1)
        int queue();
    }

    /** How often somebody may try. */
    interface Throttle {
        Limit account();

        Limit address();

        Limit registration();

        @Min(1)
        int maxKeys();
    }

    /** So many at once, and again as many over the period. */
    interface Limit {
        @Min(1)
        @Max(1_000_000)
        int attempts();

        Duration period();
    }
}
