package chat.parley.shared.web.tracing;

import io.smallrye.config.ConfigMapping;

/** How the server says what happens. */
@ConfigMapping(prefix = "parley.log")
public interface LogConfig {
    /** {@code auto}, {@code json} or {@code text}; read before the server starts. */
    String format();
}
