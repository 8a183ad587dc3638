package chat.parley.realtime.port;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** The bus between nodes. Without a URL this is the only node, and no Redis is asked for. */
@ConfigMapping(prefix = "parley.redis")
public interface RedisConfig {
    /** {@code redis://[user:password@]host[:port]}, or {@code rediss://} for TLS. */
    Optional<String> url();

    /** Begins the name of every channel; installations that share a Redis need different ones. */
    String prefix();

    /** Redis is given up, and dialled anew, when it did not answer for so long. */
    Duration timeout();
}
