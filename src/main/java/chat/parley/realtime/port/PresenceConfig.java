package chat.parley.realtime.port;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Who counts as being there. */
@ConfigMapping(prefix = "parley.presence")
public interface PresenceConfig {
    /** Somebody who did nothing on any device for so long is away. */
    Duration awayAfter();

    /** Somebody whose last connection ended stays as they were for so long, in case they come back. */
    Duration grace();

    /** How often a node tells the others everybody it serves. */
    Duration repeat();

    /** The users of a node that was not heard for so long are gone. */
    Duration nodeTimeout();
}
