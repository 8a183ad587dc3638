package chat.parley.media.port;

import java.nio.file.Path;
import java.util.OptionalDouble;

/** Finds out for how long sound and film play. */
public interface PlayingTimes {
    /** In seconds; empty where the file does not say it, or is not one of these. */
    OptionalDouble of(Path file, String mime);
}
