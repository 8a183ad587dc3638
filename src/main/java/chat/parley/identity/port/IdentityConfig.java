package chat.parley.identity.port;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of accounts and sessions; {@code config/application.yml} explains each. */
@ConfigMapping(prefix = "parley.identity")
public interface IdentityConfig {
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
        int memoryKib();

        int iterations();

        int parallelism();

        int threads();

        int queue();
    }

    /** How often somebody may try. */
    interface Throttle {
        Limit account();

        Limit address();

        Limit registration();

        int maxKeys();
    }

    /** So many at once, and again as many over the period. */
    interface Limit {
        int attempts();

        Duration period();
    }
}
